import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import type { AccountDay } from '#shared/domain/calendar/account-days.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { milestone } from '#core/db/schema/reminder.ts';

type DayFact = Omit<AccountDay, 'next'>;
type Milestone = typeof milestone.$inferInsert;

const DAYS = `
  SELECT 'founding' AS kind, id, NULL AS name, founded_on AS day, 1 AS yearly FROM account WHERE id = +@id AND founded_on IS NOT NULL
  UNION ALL SELECT 'customerSince', id, NULL, customer_since, 1 FROM account WHERE id = +@id AND customer_since IS NOT NULL
  UNION ALL SELECT 'milestone', id, title, on_day, yearly FROM milestone WHERE account_id = +@id
  UNION ALL SELECT DISTINCT 'birthday', p.id, p.name, p.birthday, 1 FROM position o CROSS JOIN person p ON p.id = o.person_id
    WHERE o.account_id = +@id AND p.birthday IS NOT NULL`;

/** The days of an account and its people as they are kept, in no order. @throws CodedError `not-found` on `accountId` */
export function readDays(db: Database.Database, accountId: string): DayFact[] {
  found(prepared(db, 'SELECT 1 FROM account WHERE id = ?').get(accountId), 'accountId');
  return prepared<Omit<DayFact, 'yearly'> & { yearly: number }>(db, DAYS).all({ id: accountId }).map((day) => ({ ...day, yearly: day.yearly === 1 }));
}

/** @throws CodedError `not-found` on `id` */
export function milestoneTitle(db: Database.Database, id: string): string {
  return found(prepared<{ title: string }>(db, 'SELECT title FROM milestone WHERE id = ?').get(id), 'id').title;
}

/** Inside `book.write`. @throws CodedError `not-found` on `accountId` */
export function insertMilestone(book: Book, row: Milestone): void {
  found(prepared(book.db, 'SELECT 1 FROM account WHERE id = ?').get(row.accountId), 'accountId');
  book.orm.insert(milestone).values(row).run();
}

/** Inside `book.write`; an empty patch changes nothing. */
export function updateMilestone(book: Book, id: string, patch: Partial<Omit<Milestone, 'id'>>): void {
  if (Object.keys(patch).length > 0) book.orm.update(milestone).set(patch).where(eq(milestone.id, id)).run();
}

/** Inside `book.write`. */
export function deleteMilestone(book: Book, id: string): void {
  book.orm.delete(milestone).where(eq(milestone.id, id)).run();
}
