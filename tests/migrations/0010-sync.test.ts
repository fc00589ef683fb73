import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedTables } from '#core/db/tables.ts';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';

let book: BookBefore;
beforeEach(() => {
  book = bookBefore('sync');
});
afterEach(() => book.dispose());

describe('the migration for the exchange between books', () => {
  it('keeps the log as it is, made here, and notes what was erased, so that other books erase it too', () => {
    const { db } = book;
    db.exec(`
      INSERT INTO device (no, id) VALUES (1, 'd');
      INSERT INTO step (no, id, kind, verb, params, device, at, schema_version) VALUES (1, 's', 'job', 'person.erase', '{}', 1, 5, 7);
      INSERT INTO stamp (no, step, clock, device, at, first_arrival, last_arrival) VALUES (1, 1, 10, 1, 5, 1, 2), (2, 1, 20, 1, 6, 3, 3);
      INSERT INTO change (arrival, stamp, tbl, key, op, data) VALUES (1, 1, 'person', 'p', 4, NULL), (2, 1, 'account', 'a', 1, NULL), (3, 2, 'person', 'p', 4, NULL)`);
    book.migrate();
    expect(db.prepare('SELECT no, clock, received FROM stamp ORDER BY no').all()).toEqual([{ no: 1, clock: 10, received: 0 }, { no: 2, clock: 20, received: 0 }]);
    expect(db.prepare('SELECT tbl, key, stamp FROM erased').all()).toEqual([{ tbl: 'person', key: 'p', stamp: 2 }]);
  });

  it('adds nothing that travels', () => {
    const before = capturedTables(book.db).map(({ name }) => name);
    book.migrate();
    expect(capturedTables(book.db).map(({ name }) => name)).toEqual(before);
  });
});
