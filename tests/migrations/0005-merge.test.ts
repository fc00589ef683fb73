import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedTables } from '#core/db/tables.ts';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';

let book: BookBefore;
let db: Database.Database;
beforeEach(() => {
  book = bookBefore('merge');
  ({ db } = book);
});
afterEach(() => book.dispose());

describe('the migration for merging', () => {
  it('keeps what was there and says nothing of it', () => {
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1), ('b', 'ACME', 2)");
    const before = db.prepare('SELECT count(*) AS n FROM change').get();
    book.migrate();
    expect(db.prepare('SELECT id, name FROM account').all()).toEqual([{ id: 'a', name: 'Acme' }, { id: 'b', name: 'ACME' }]);
    expect(db.prepare('SELECT (SELECT count(*) FROM account_known_as) + (SELECT count(*) FROM person_known_as) + (SELECT count(*) FROM distinct_pair) AS n').get()).toEqual({ n: 0 });
    expect(db.prepare('SELECT count(*) AS n FROM change').get()).toEqual(before);
  });

  it('logs former names and pairs told apart, so that they are synced and undone', () => {
    book.migrate();
    expect(capturedTables(db).map(({ name }) => name)).toEqual(expect.arrayContaining(['account_known_as', 'person_known_as', 'distinct_pair']));
    db.exec("INSERT INTO distinct_pair VALUES ('account', 'a', 'b')");
    expect(db.prepare("SELECT tbl, key FROM change WHERE tbl = 'distinct_pair'").all()).toEqual([{ tbl: 'distinct_pair', key: '["account","a","b"]' }]);
  });

  it('knows a pair once, in one order', () => {
    book.migrate();
    expect(() => db.exec("INSERT INTO distinct_pair VALUES ('account', 'b', 'a')")).toThrow('CHECK');
    expect(() => db.exec("INSERT INTO distinct_pair VALUES ('order', 'a', 'b')")).toThrow('CHECK');
  });
});
