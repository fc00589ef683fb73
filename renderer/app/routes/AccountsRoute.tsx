import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountsPage } from '#renderer/features/accounts/AccountsPage.tsx';
import { SampleOffer } from '#renderer/features/first-start/SampleOffer.tsx';
import { dialogStore } from '../dialog-store.ts';

/** The list of accounts. */
export function AccountsRoute() {
  const navigate = useNavigate();
  const { t } = useTranslation('accounts');
  return (
    <AccountsPage
      onOpenAccount={(accountId) => void navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab: 'overview' } })}
      onImport={() => void navigate({ to: '/data' })}
      sample={<SampleOffer label={t('empty.sample')} />}
      onLog={(accountId) => dialogStore.set({ kind: 'log', accountId })}
    />
  );
}
