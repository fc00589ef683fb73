import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SampleOffer } from '#renderer/features/first-start/SampleOffer.tsx';
import { MissedBanner } from '#renderer/features/reminders/MissedBanner.tsx';
import { TodayPage } from '#renderer/features/today/TodayPage.tsx';
import { dialogStore } from '../dialog-store.ts';

/** The first screen of an open book. */
export function TodayRoute() {
  const navigate = useNavigate();
  const { t } = useTranslation('accounts');
  return (
    <TodayPage
      onOpen={(accountId, tab, row) => void navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab }, search: row === undefined ? {} : { row } })}
      onLog={(accountId, person) => dialogStore.set({ kind: 'log', accountId, ...(person ? { person } : {}) })}
      onPrepareReview={({ accountId, id }) => void navigate({ to: '/accounts/$accountId/reviews/$reviewId', params: { accountId, reviewId: id } })}
      onImport={() => void navigate({ to: '/data' })}
      onAccounts={() => void navigate({ to: '/accounts' })}
      sample={<SampleOffer label={t('empty.sample')} />}
      alert={<MissedBanner onOpen={(accountId) => void navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab: 'overview' } })} />}
    />
  );
}
