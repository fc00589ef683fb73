import { useSearch } from '@tanstack/react-router';
import { OrderLines } from '#renderer/features/business/OrderLines.tsx';
import { TimelinePanel } from '#renderer/features/timeline/TimelinePanel.tsx';
import { dialogStore } from '../dialog-store.ts';

/** The timeline, at the row that the address names. */
export function TimelineSlot({ accountId }: { accountId: string }) {
  const { row } = useSearch({ from: '/accounts/$accountId/$tab' });
  return (
    <TimelinePanel
      key={row}
      accountId={accountId}
      reveal={row}
      onLog={(id) => dialogStore.set({ kind: 'log', accountId: id })}
      renderOrder={({ orderId, day }) => <OrderLines request={{ accountId, orderId, from: day, to: day }} withOrder={false} />}
    />
  );
}
