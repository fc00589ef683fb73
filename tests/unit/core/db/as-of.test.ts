import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import { arrivalAt, readAsOf, readAsOfArrival } from '#core/db/as-of.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
let fill: BookFiller;
beforeEach(() => {
  t = testBook();
  fill = new BookFiller(t.book.db);
});
afterEach(() => t.dispose());

/** Writes an hour after the last write. @returns the instant (ms UTC) */
function later(work: () => void): number {
  t.clock.ms += 3_600_000;
  t.book.write({ kind: 'user', verb: 'test', params: {} }, work);
  return t.clock.ms;
}

const sql = (text: string): number => later(() => t.book.db.exec(text));
const all = (db: Database.Database, text: string): unknown[] => db.prepare(text).all();
const pastOf = (at: number, text: string): unknown[] => readAsOf(t.book, at, (db) => all(db, text));

describe('the arrival at an instant', () => {
  it('is that of the last write at or before it, and none before the book', () => {
    const made = arrivalAt(t.book.db, t.clock.ms);
    const first = later(() => void fill.account('A'));
    const second = later(() => void fill.account('B'));
    expect(arrivalAt(t.book.db, Date.UTC(2020, 0))).toBe(0);
    expect([first - 1, first, second - 1, second, second + 9e9].map((at) => arrivalAt(t.book.db, at))).toEqual([made, made + 1, made + 1, made + 2, made + 2]);
  });

  it('counts what was written while the clock was set back as before the instant at which the clock was right', () => {
    const made = arrivalAt(t.book.db, t.clock.ms);
    const first = later(() => void fill.account('A'));
    t.clock.ms = first - 10_000_000;
    later(() => void fill.account('B'));
    const third = later(() => {
      t.clock.ms = first + 1;
      fill.account('C');
    });
    expect(third).toBe(first + 1);
    expect(arrivalAt(t.book.db, first - 10_000_000)).toBe(0);
    expect(arrivalAt(t.book.db, t.clock.ms)).toBe(made + 3);
  });
});

describe('the book as of an instant', () => {
  it('shows rows as they were: without what came later, with what has gone', () => {
    const start = later(() => {
      fill.account('A', { city: 'Wuxi' });
      fill.account('Gone');
    });
    sql("UPDATE account SET city = 'Suzhou' WHERE id = 'account-0001'");
    const between = sql("DELETE FROM account WHERE id = 'account-0002'");
    sql("UPDATE account SET city = 'Jinan', name = 'A2' WHERE id = 'account-0001'");
    later(() => void fill.account('New'));
    const select = 'SELECT name, city FROM account ORDER BY id';
    expect(pastOf(start - 1, select)).toEqual([]);
    expect(pastOf(start, select)).toEqual([{ name: 'A', city: 'Wuxi' }, { name: 'Gone', city: null }]);
    expect(pastOf(between, select)).toEqual([{ name: 'A', city: 'Suzhou' }]);
    expect(pastOf(t.clock.ms, select)).toEqual([{ name: 'A2', city: 'Jinan' }, { name: 'New', city: null }]);
  });

  it('shows a row once that was deleted and made again, as what it was then', () => {
    const start = later(() => void fill.account('A'));
    sql('DELETE FROM account');
    sql("INSERT INTO account (id, name, created_at) VALUES ('account-0001', 'Again', 0)");
    expect(pastOf(start, 'SELECT name FROM account')).toEqual([{ name: 'A' }]);
  });

  it('shows a meeting once, at its account and time of then, also when it was moved to another account', () => {
    const start = later(() => {
      fill.account('A');
      fill.account('B');
      fill.interaction('account-0001', { at: 5, summary: 'Kick-off', notes: 'then' });
      fill.interaction('account-0001', { at: 7, summary: 'Stays' });
    });
    sql("UPDATE interaction SET account_id = 'account-0002', at = 9, summary = 'Moved' WHERE id = 'interaction-0001'; UPDATE interaction_text SET notes = 'now' WHERE interaction_id = 'interaction-0001'");
    const select = 'SELECT i.id, a.name, i.at, i.summary, x.notes FROM interaction i JOIN account a ON a.id = i.account_id JOIN interaction_text x ON x.interaction_id = i.id ORDER BY i.at';
    expect(pastOf(start, select)).toEqual([
      { id: 'interaction-0001', name: 'A', at: 5, summary: 'Kick-off', notes: 'then' }, { id: 'interaction-0002', name: 'A', at: 7, summary: 'Stays', notes: '' },
    ]);
    expect(all(t.book.db, select)).toContainEqual({ id: 'interaction-0001', name: 'B', at: 9, summary: 'Moved', notes: 'now' });
  });

  it('walks back rows of several key columns, and sums over them', () => {
    const start = later(() => void fill.order(fill.account('A'), { on: '2026-01-02', lines: [{ amount: 1 }, { amount: 20 }, { amount: 300 }] }));
    sql('UPDATE order_line SET amount = 5 WHERE line_no = 1; DELETE FROM order_line WHERE line_no = 2');
    const select = 'SELECT line_no AS no, amount FROM order_line ORDER BY line_no';
    expect(pastOf(start, select)).toEqual([{ no: 1, amount: 1 }, { no: 2, amount: 20 }, { no: 3, amount: 300 }]);
    expect(pastOf(start, 'SELECT sum(amount) AS sum FROM sales_order o JOIN order_line l ON l.order_id = o.id')).toEqual([{ sum: 321 }]);
  });

  it('shadows only what has changed since, on a connection that cannot write', () => {
    const start = later(() => void fill.account('A'));
    sql("UPDATE account SET city = 'Wuxi'");
    const views = readAsOf(t.book, start, (db) => {
      expect(() => db.exec("INSERT INTO person (id, name, created_at) VALUES ('p', 'P', 0)")).toThrow(/readonly/);
      return all(db, "SELECT name FROM temp.sqlite_schema WHERE type = 'view'");
    });
    expect(views).toEqual([{ name: 'account' }]);
    expect(readAsOfArrival(t.book, arrivalAt(t.book.db, t.clock.ms), (db) => all(db, 'SELECT name FROM temp.sqlite_schema'))).toEqual([]);
  });
});
