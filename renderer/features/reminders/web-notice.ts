import type { PageNotice } from './notice-store.ts';

const open = new Map<string, Notification>();

/** Asks the browser for a notification where a person allowed it; its tag lets a repeated one take the place of the first. */
export function showWebNotice({ key, title, body }: PageNotice, onOpen: () => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification(title, { body, tag: key });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
    onOpen();
  });
  open.set(key, shown);
}

export function closeWebNotice(key: string): void {
  open.get(key)?.close();
  open.delete(key);
}
