import { useNavigate, useParams } from '@tanstack/react-router';
import { ReviewPage } from '#renderer/features/review/ReviewPage.tsx';
import { dialogStore } from '../dialog-store.ts';

/** The preparation of one review. */
export function ReviewRoute() {
  const navigate = useNavigate();
  const { accountId, reviewId } = useParams({ from: '/accounts/$accountId/reviews/$reviewId' });
  const open = (tab: string): void => void navigate({ to: '/accounts/$accountId/$tab', params: { accountId, tab } });
  return (
    <ReviewPage
      key={reviewId} reviewId={reviewId} accountId={accountId}
      onBack={() => open('reviews')} onPeople={() => open('people')} onLog={() => dialogStore.set({ kind: 'log', accountId })}
    />
  );
}
