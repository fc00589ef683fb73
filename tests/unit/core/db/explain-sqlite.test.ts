import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { explainSqlite } from '#core/db/explain-sqlite.ts';

const sqlite = (code: string): Error => new Database.SqliteError('as SQLite says it', code);

describe('what SQLite says of the file or the disk', () => {
  it.each([
    ['SQLITE_CORRUPT', 'book-damaged'], ['SQLITE_CORRUPT_INDEX', 'book-damaged'], ['SQLITE_NOTADB', 'book-damaged'], ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_READ', 'disk-failed'], ['SQLITE_READONLY_DIRECTORY', 'not-writable'], ['SQLITE_CANTOPEN', 'not-writable'],
  ])('%s is %s', (code, meaning) => {
    const cause = sqlite(code);
    expect(explainSqlite(cause, '/b')).toMatchObject({ code: meaning, where: { path: '/b' }, cause });
  });

  it('is left alone where it is about the query, and so is any other error', () => {
    for (const error of [sqlite('SQLITE_CONSTRAINT_FOREIGNKEY'), sqlite('SQLITE_BUSY'), new Error('other'), 'text']) expect(explainSqlite(error, '/b')).toBe(error);
  });
});
