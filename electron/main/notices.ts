import { createHash } from 'node:crypto';
import { Notification } from 'electron';
import type { HostNotice, NoticeAct } from '#core/ports/host-ports.ts';

/** Not every system says that it has shown a notification; after so many milliseconds without a failure it counts as shown. */
const PATIENCE = 5_000;

/** The notifications of the system that stand on the screen. */
export interface Notices {
  /** @returns whether it could be shown */
  show(notice: HostNotice): Promise<boolean>;
  clear(key: string): void;
}

/** The system's name for a notice: Windows keeps 64 letters of it. The same one replaces also what was shown before a crash. */
const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** @param act a person has answered to a notification */
export function createNotices(act: (act: NoticeAct) => void): Notices {
  // Kept until they are taken back: a notification that is collected as garbage is deaf to its click.
  const standing = new Map<string, Notification>();
  const clear = (key: string): void => {
    standing.get(key)?.close();
    standing.delete(key);
  };
  return {
    clear,
    show({ key, title, body, actions }) {
      clear(key);
      if (!Notification.isSupported()) return Promise.resolve(false);
      // Buttons show on macOS, and on Windows as far as the system offers them; on Linux a click is all there is. A click opens everywhere.
      const buttons = actions ? [actions.done, actions.snooze].map((text) => ({ type: 'button' as const, text })) : [];
      const notification = new Notification({ id: nameOf(key), title, body, actions: buttons });
      standing.set(key, notification);
      notification.on('click', () => act({ key, act: 'open' }));
      notification.on('action', ({ actionIndex }) => act({ key, act: actionIndex === 0 ? 'done' : 'snooze' }));
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), PATIENCE);
        const settle = (shown: boolean): void => {
          clearTimeout(timer);
          if (!shown && standing.get(key) === notification) standing.delete(key);
          resolve(shown);
        };
        notification.once('show', () => settle(true));
        notification.once('failed', () => settle(false));
        notification.show();
      });
    },
  };
}
