import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { AccountFilePage } from '#renderer/features/account-file/AccountFilePage.tsx';
import { accountFileTabs } from '#renderer/features/account-file/account-tabs.ts';
import { FollowMerged } from '#renderer/features/duplicates/FollowMerged.tsx';
import { dialogStore } from '../dialog-store.ts';
import { accountSlots } from './account-slots.tsx';

/** One account's file; the features of its tabs are put together here, since they know nothing of each other. */
export function AccountFileRoute() {
  const navigate = useNavigate();
  const { accountId, tab } = useParams({ from: '/accounts/$accountId/$tab' });
  const open = (id: string, to: string) => void navigate({ to: '/accounts/$accountId/$tab', params: { accountId: id, tab: to } });
  const follow = useCallback((id: string) => void navigate({ to: '/accounts/$accountId/$tab', params: { accountId: id, tab: 'overview' }, replace: true }), [navigate]);
  return (
    <>
      <FollowMerged key={`merged ${accountId}`} accountId={accountId} onFollow={follow} />
      <AccountFilePage
        key={accountId}
        accountId={accountId}
        tab={accountFileTabs.find((one) => one === tab) ?? 'overview'}
        onTab={(next) => open(accountId, next)}
        onBack={() => void navigate({ to: '/accounts' })}
        onOpenAccount={(id) => open(id, 'overview')}
        onLog={(id) => dialogStore.set({ kind: 'log', accountId: id })}
        onPrepareReview={(id) => dialogStore.set({ kind: 'review', accountId: id })}
        onMerge={(id) => dialogStore.set({ kind: 'merge', accountId: id })}
        slots={accountSlots}
      />
    </>
  );
}
