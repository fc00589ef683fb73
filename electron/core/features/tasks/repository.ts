import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import type { TaskFields } from '#shared/domain/task/model.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { task } from '#core/db/schema/interaction.ts';

/** Name of an account. @throws CodedError `not-found` on `accountId` */
export function accountName(db: Database.Database, id: string): string {
  return found(prepared<{ name: string }>(db, 'SELECT name FROM account WHERE id = ?').get(id), 'accountId').name;
}

/** @throws CodedError `not-found` on `colleagueId` or `personId` */
export function checkOwner(db: Database.Database, { colleagueId, personId }: Partial<Pick<TaskFields, 'colleagueId' | 'personId'>>): void {
  if (colleagueId) found(prepared(db, 'SELECT 1 FROM colleague WHERE id = ?').get(colleagueId), 'colleagueId');
  if (personId) found(prepared(db, 'SELECT 1 FROM person WHERE id = ?').get(personId), 'personId');
}

export function insertTask(book: Book, row: TaskFields & { id: string; accountId: string; createdAt: number }): void {
  book.orm.insert(task).values(row).run();
}

/** Inside `book.write`; an empty patch changes nothing. */
export function updateTask(book: Book, id: string, patch: Partial<TaskFields> & { doneAt?: number | null }): void {
  if (Object.keys(patch).length > 0) book.orm.update(task).set(patch).where(eq(task.id, id)).run();
}
