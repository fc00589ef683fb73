import type { AccountFileSlots } from '#renderer/features/account-file/account-tabs.ts';
import { BusinessPanel } from '#renderer/features/business/BusinessPanel.tsx';
import { OrderLines } from '#renderer/features/business/OrderLines.tsx';
import { OrderRowsDrawer } from '#renderer/features/business/OrderRowsDrawer.tsx';
import { FieldHistoryList } from '#renderer/features/history/FieldHistoryList.tsx';
import { HistoryPanel } from '#renderer/features/history/HistoryPanel.tsx';
import { PeoplePanel } from '#renderer/features/people/PeoplePanel.tsx';
import { TimelinePanel } from '#renderer/features/timeline/TimelinePanel.tsx';
import { dialogStore } from '../dialog-store.ts';

/** What the other features put into an account's file. */
export const accountSlots: AccountFileSlots = {
  people: (accountId) => <PeoplePanel accountId={accountId} />,
  timeline: (accountId) => (
    <TimelinePanel
      accountId={accountId}
      onLog={(id) => dialogStore.set({ kind: 'log', accountId: id })}
      renderOrder={({ orderId, day }) => <OrderLines request={{ accountId, orderId, from: day, to: day }} withOrder={false} />}
    />
  ),
  business: (accountId) => <BusinessPanel accountId={accountId} />,
  history: (accountId) => <HistoryPanel accountId={accountId} />,
  orderRows: (request, onClose) => <OrderRowsDrawer request={request} onClose={onClose} />,
  fieldHistory: (key, field) => <FieldHistoryList rowKey={key} field={field} />,
};
