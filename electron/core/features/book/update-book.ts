import type { BookChanges } from '#shared/domain/book/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { isTimeZone } from '#shared/kernel/zoned-time.ts';
import type { Book } from '../../db/book.ts';
import { prepared } from '../../db/prepared.ts';
import { readBookSettings } from '../../db/settings.ts';

/**
 * Changes what a book says of itself, as one step. All figures follow in the same transaction.
 * @returns step 0 when nothing was different
 * @throws CodedError `invalid-value` for an unknown time zone, `book-read-only`
 */
export function updateBook(book: Book, changes: BookChanges): { stepNo: number } {
  const { timeZone } = changes;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new CodedError('invalid-value', { where: { field: 'timeZone' }, params: { value: timeZone } });
  const name = changes.title ?? readBookSettings(book.db).title;
  const { stepNo } = book.write({ kind: 'user', verb: 'book.update', params: { name } }, () => {
    const keep = prepared(book.db, 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
    for (const key of ['title', 'timeZone', 'currency'] as const) if (changes[key] !== undefined) keep.run(key, changes[key]);
  });
  return { stepNo };
}
