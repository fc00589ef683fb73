import type Database from 'better-sqlite3';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';

interface Subject {
  accountId: string;
  name: string;
}

const ACCOUNT = 'SELECT a.id AS accountId, a.name FROM account a WHERE a.id = ?';
// The history says the account and never the person, so that nothing is left there of someone who is erased.
const PERSON = 'SELECT a.id AS accountId, a.name FROM position o CROSS JOIN account a ON a.id = o.account_id WHERE o.person_id = ? ORDER BY o.id LIMIT 1';

/** What the second part of a key names, by its first. */
const SUBJECTS: Readonly<Record<string, string>> = {
  task: 'SELECT account_id AS accountId, title AS name FROM task WHERE id = ?',
  nextStep: 'SELECT account_id AS accountId, summary AS name FROM interaction WHERE id = ?',
  milestone: 'SELECT account_id AS accountId, title AS name FROM milestone WHERE id = ?',
  quiet: ACCOUNT, founding: ACCOUNT, customerSince: ACCOUNT, keepInTouch: PERSON, birthday: PERSON,
};

function subjectOf(db: Database.Database, key: string): Subject {
  const [kind = '', id = ''] = key.split(':');
  const sql = SUBJECTS[kind];
  if (sql === undefined) throw new CodedError('invalid-value', { where: { field: 'key' }, params: { value: key } });
  return found(prepared<Subject>(db, sql).get(id), 'key');
}

/**
 * Hides a row of the page, as one step; a later answer takes the place of an earlier one.
 * @param snoozedUntil ms UTC; null hides it for good
 * @throws CodedError `invalid-value` for a key of no known kind, `not-found` where what it names is gone, both on `key`
 */
export function answerRow(book: Book, key: string, snoozedUntil: number | null, now: number): { stepNo: number } {
  const { accountId, name } = book.read(() => subjectOf(book.db, key));
  const write = (): unknown => prepared(book.db, `
    INSERT INTO reminder_answer (key, account_id, snoozed_until, answered_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET account_id = excluded.account_id, snoozed_until = excluded.snoozed_until, answered_at = excluded.answered_at`)
    .run(key, accountId, snoozedUntil, now);
  const { stepNo } = snoozedUntil === null
    ? book.write({ kind: 'user', verb: 'today.dismiss', params: { name } }, write)
    : book.write({ kind: 'user', verb: 'today.snooze', params: { name } }, write);
  return { stepNo };
}
