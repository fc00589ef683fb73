import type { Client } from '#renderer/client/types.ts';
import { noticeStore } from './notice-store.ts';
import { closeWebNotice, showWebNotice } from './web-notice.ts';

/** Only one of the open tabs is told anything; when it goes, the next takes its place. */
const LOCK = 'ballast-reminders';
const AGAIN_MS = 2_000;

async function listen(client: Client, open: (accountId: string | null) => void, signal: AbortSignal): Promise<void> {
  for await (const event of await client.api.reminders.watch(undefined, { signal })) {
    if (event.type === 'open') open(event.accountId);
    if (event.type === 'clear') {
      noticeStore.hide(event.key);
      closeWebNotice(event.key);
    }
    if (event.type !== 'show') continue;
    const { notice } = event;
    noticeStore.show(notice);
    showWebNotice(notice, () => {
      noticeStore.hide(notice.key);
      open(notice.accountId);
    });
    await client.api.reminders.told({ key: notice.key });
  }
}

/**
 * Shows what the core tells while this tab leads.
 * @param open goes to an account; null: to what is due
 * @returns ends it
 */
export function watchNotices(client: Client, open: (accountId: string | null) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const lead = async (): Promise<void> => {
    while (!signal.aborted) {
      // Whatever broke the stream, the answer is the same: wait, and open it anew.
      await listen(client, open, signal).catch(() => undefined);
      await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
    }
  };
  navigator.locks.request(LOCK, { signal }, lead).catch(() => undefined);
  return () => ending.abort();
}
