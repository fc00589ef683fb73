import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { timelineContract } from '#shared/contract/timeline.ts';
import { found } from '#shared/kernel/found.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { readBookSettings } from '#core/db/settings.ts';
import { readTimeline } from './read-timeline.ts';
import { fromCursor } from './timeline-cursor.ts';

export interface TimelineDeps {
  current: CurrentBook;
}

export function createTimelineHandlers({ current }: TimelineDeps): HandlersOf<typeof timelineContract> {
  return {
    window({ accountId, kinds, cursor, limit }) {
      const book = current.get();
      const after = fromCursor(cursor);
      return book.read(() => {
        found(prepared(book.db, 'SELECT 1 FROM account WHERE id = ?').get(accountId), 'accountId');
        return readTimeline(book.db, { accountId, kinds, after, limit, timeZone: readBookSettings(book.db).timeZone });
      });
    },
  };
}
