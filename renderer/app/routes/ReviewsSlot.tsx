import { useNavigate } from '@tanstack/react-router';
import { ReviewsPanel } from '#renderer/features/review/ReviewsPanel.tsx';
import { dialogStore } from '../dialog-store.ts';

/** The reviews of an account in its file. */
export function ReviewsSlot({ accountId }: { accountId: string }) {
  const navigate = useNavigate();
  return (
    <ReviewsPanel
      accountId={accountId} onNew={() => dialogStore.set({ kind: 'review', accountId })}
      onOpen={(reviewId) => void navigate({ to: '/accounts/$accountId/reviews/$reviewId', params: { accountId, reviewId } })}
    />
  );
}
