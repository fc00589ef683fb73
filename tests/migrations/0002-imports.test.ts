import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedTables } from '#core/db/tables.ts';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';

let book: BookBefore;
let db: Database.Database;
beforeEach(() => {
  book = bookBefore('imports');
  ({ db } = book);
});
afterEach(() => book.dispose());

describe('the migration for imports', () => {
  it('keeps what was there, with nothing in the new columns', () => {
    db.exec(`
      INSERT INTO colleague (id, name) VALUES ('c', '林晓彤');
      INSERT INTO product (id, name, category) VALUES ('p', 'Bolt', 'Small parts');
      INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1);
      INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'a', 5, 'visit', 'Seen');`);
    const before = db.prepare('SELECT count(*) AS n FROM change').get();
    book.migrate();
    expect(db.prepare('SELECT name, department FROM colleague').all()).toEqual([{ name: '林晓彤', department: null }]);
    expect(db.prepare('SELECT name, category, list_price, unit_cost FROM product').all()).toEqual([{ name: 'Bolt', category: 'Small parts', list_price: null, unit_cost: null }]);
    expect(db.prepare('SELECT account_id, at, kind, summary, external_id FROM interaction').all()).toEqual([{ account_id: 'a', at: 5, kind: 'visit', summary: 'Seen', external_id: null }]);
    expect(db.prepare('SELECT count(*) AS n FROM change').get()).toEqual(before);
  });

  it('logs the new columns, and not what is local to this computer', () => {
    book.migrate();
    db.exec("INSERT INTO product (id, name) VALUES ('p', 'Bolt'); UPDATE product SET list_price = 12 WHERE id = 'p'");
    expect(db.prepare('SELECT data FROM change WHERE op = 2').all()).toEqual([{ data: '{"list_price":[null,12]}' }]);
    const captured = capturedTables(db).map(({ name }) => name);
    expect(['import_source', 'left_out'].filter((name) => captured.includes(name))).toEqual([]);
  });
});
