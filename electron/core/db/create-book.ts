import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { NewBook } from '#shared/domain/book/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { isTimeZone } from '#shared/kernel/zoned-time.ts';
import { APPLICATION_ID, connect } from './connection.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openBook, type OpenDeps, type OpenedBook } from './open-book.ts';
import { prepared } from './prepared.ts';
import { refusePlace } from './refuse-place.ts';

/**
 * Makes a new book and opens it. `ownerId` is for whoever fills it with rows that refer to its owner.
 * @throws CodedError `book-exists`, `invalid-value` for an unknown time zone, and those of `openBook`
 */
export function createBook(path: string, input: NewBook & { ownerId?: string }, deps: OpenDeps): OpenedBook {
  refusePlace(path);
  if (existsSync(path)) throw new CodedError('book-exists', { where: { path } });
  if (!isTimeZone(input.timeZone)) throw new CodedError('invalid-value', { where: { field: 'timeZone' }, params: { value: input.timeZone } });
  mkdirSync(dirname(path), { recursive: true });
  const db = connect(path);
  try {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db, readMigrations(deps.migrationsDir));
    prepared(db, 'INSERT INTO book (only, book_id, created_at) VALUES (1, ?, ?)').run(deps.ids.uuid(), deps.clock.now());
  } catch (error) {
    db.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    throw error;
  }
  db.close();
  const book = openBook(path, deps);
  book.write({ kind: 'user', verb: 'book.create', params: { name: input.title } }, () => {
    for (const key of ['title', 'timeZone', 'currency'] as const) prepared(book.db, 'INSERT INTO setting (key, value) VALUES (?, ?)').run(key, input[key]);
    const me = input.ownerId ?? deps.ids.uuid();
    prepared(book.db, 'INSERT INTO colleague (id, name) VALUES (?, ?)').run(me, input.owner);
    prepared(book.db, 'UPDATE book SET me = ?').run(me);
  });
  return book;
}
