import { createStore } from '#renderer/client/create-store.ts';
import type { PageEvent } from '#shared/contract/reminders.ts';

export type PageNotice = Extract<PageEvent, { type: 'show' }>['notice'];

const store = createStore<PageNotice[]>([]);

/** The notices that stand on the page until they are answered or closed; the newest first. */
export const noticeStore = {
  read: store.read,
  subscribe: store.subscribe,
  /** In the place of one of the same key. */
  show: (notice: PageNotice): void => store.set([notice, ...store.read().filter(({ key }) => key !== notice.key)]),
  hide: (key: string): void => store.set(store.read().filter((one) => one.key !== key)),
};
