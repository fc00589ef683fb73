import type { ReminderAnswer, ReminderSettings } from '#shared/domain/reminder/model.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';

/** One step. @returns step 0 when nothing was different */
export function writeReminderSettings(book: Book, settings: ReminderSettings): { stepNo: number } {
  const { stepNo } = book.write({ kind: 'user', verb: 'reminder.settings', params: {} }, () => {
    prepared(book.db, 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
      .run('reminders', JSON.stringify({ version: 1, ...settings }));
  });
  return { stepNo };
}

/** Inside `book.write`; a later answer takes the place of an earlier one. */
export function writeAnswer(book: Book, { key, snoozedUntil, answeredAt }: ReminderAnswer, accountId: string | null): void {
  prepared(book.db, `INSERT INTO reminder_answer (key, account_id, snoozed_until, answered_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET snoozed_until = excluded.snoozed_until, answered_at = excluded.answered_at`).run(key, accountId, snoozedUntil, answeredAt);
}
