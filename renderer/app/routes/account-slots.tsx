import type { AccountFileSlots } from '#renderer/features/account-file/account-tabs.ts';
import { BusinessPanel } from '#renderer/features/business/BusinessPanel.tsx';
import { OrderRowsDrawer } from '#renderer/features/business/OrderRowsDrawer.tsx';
import { AnniversaryInput } from '#renderer/features/days/AnniversaryInput.tsx';
import { DaysList } from '#renderer/features/days/DaysList.tsx';
import { FieldHistoryList } from '#renderer/features/history/FieldHistoryList.tsx';
import { HistoryPanel } from '#renderer/features/history/HistoryPanel.tsx';
import { PeoplePanel } from '#renderer/features/people/PeoplePanel.tsx';
import { dialogStore } from '../dialog-store.ts';
import { ReviewsSlot } from './ReviewsSlot.tsx';
import { TimelineSlot } from './TimelineSlot.tsx';

/** What the other features put into an account's file. */
export const accountSlots: AccountFileSlots = {
  people: (accountId) => (
    <PeoplePanel
      accountId={accountId} onMerge={(person) => dialogStore.set({ kind: 'merge', accountId, person })}
      birthday={(field) => <AnniversaryInput {...field} />}
    />
  ),
  timeline: (accountId) => <TimelineSlot accountId={accountId} />,
  business: (accountId) => <BusinessPanel accountId={accountId} />,
  reviews: (accountId) => <ReviewsSlot accountId={accountId} />,
  history: (accountId) => <HistoryPanel accountId={accountId} />,
  days: (accountId) => <DaysList key={accountId} accountId={accountId} />,
  dayOfYear: (field) => <AnniversaryInput {...field} solarOnly />,
  orderRows: (request, onClose) => <OrderRowsDrawer request={request} onClose={onClose} />,
  fieldHistory: (key, field) => <FieldHistoryList rowKey={key} field={field} />,
};
