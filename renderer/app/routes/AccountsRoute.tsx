import { useNavigate } from '@tanstack/react-router';
import { AccountsPage } from '#renderer/features/accounts/AccountsPage.tsx';
import { dialogStore } from '../dialog-store.ts';

/** The list of accounts. */
export function AccountsRoute() {
  const navigate = useNavigate();
  return (
    <AccountsPage
      onOpenAccount={(accountId) => void navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab: 'overview' } })}
      onImport={() => void navigate({ to: '/data' })}
      onLog={(accountId) => dialogStore.set({ kind: 'log', accountId })}
    />
  );
}
