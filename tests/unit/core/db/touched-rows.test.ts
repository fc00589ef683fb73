import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { touchedBy, type Touched } from '#core/db/touched-rows.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;

/** What one transaction touched, as the log tells it afterwards. */
function touchedIn(sql: string): Touched {
  const last = (): number => (t.book.db.prepare('SELECT max(arrival) AS n FROM change').get() as { n: number | null }).n ?? 0;
  const before = last();
  t.book.write({ kind: 'user', verb: 'test', params: {} }, () => t.book.db.exec(sql));
  return touchedBy(t.book.db, before + 1, last());
}

const accounts = (sql: string): string[] => touchedIn(sql).accounts.toSorted();

beforeEach(() => {
  t = testBook();
  touchedIn(`
    INSERT INTO account (id, name, created_at) VALUES ('a', 'A', 0), ('b', 'B', 0), ('c', 'C', 0);
    INSERT INTO person (id, name, created_at) VALUES ('p', 'P', 0);
    INSERT INTO position (id, person_id, account_id) VALUES ('pa', 'p', 'a'), ('pb', 'p', 'b');
    INSERT INTO colleague (id, name) VALUES ('k', 'K');
    INSERT INTO product (id, name) VALUES ('x', 'X');
    INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'a', 1, 'call', 'S');
    INSERT INTO interaction_text (interaction_id, notes) VALUES ('i', 'N');
    INSERT INTO sales_order (id, account_id, ordered_on, currency) VALUES ('o', 'a', '2026-01-01', 'CNY');
    INSERT INTO order_line (order_id, line_no, quantity, price, amount) VALUES ('o', 1, 1, 1, 1);
    INSERT INTO task (id, account_id, title, created_at) VALUES ('t', 'a', 'T', 0);`);
});
afterEach(() => t.dispose());

describe('what a transaction touched', () => {
  it('is the account of each changed row, of parts by their owner', () => {
    expect(accounts("UPDATE account SET city = 'Wuxi' WHERE id = 'c'")).toEqual(['c']);
    expect(accounts("UPDATE interaction_text SET notes = 'other'")).toEqual(['a']);
    expect(accounts("INSERT INTO interaction_person (interaction_id, person_id) VALUES ('i', 'p')")).toEqual(['a']);
    expect(accounts("INSERT INTO interaction_colleague (interaction_id, colleague_id) VALUES ('i', 'k')")).toEqual(['a']);
    expect(accounts("UPDATE order_line SET amount = 2 WHERE order_id = 'o'")).toEqual(['a']);
    expect(accounts("UPDATE task SET title = 'U'")).toEqual(['a']);
  });

  it('is both accounts of what moved', () => {
    expect(accounts("UPDATE interaction SET account_id = 'b'")).toEqual(['a', 'b']);
    expect(accounts("UPDATE sales_order SET account_id = 'b'")).toEqual(['a', 'b']);
    expect(accounts("UPDATE task SET account_id = 'b'; UPDATE task SET account_id = 'c'")).toEqual(['a', 'b', 'c']);
  });

  it('is the account of what is gone', () => {
    expect(accounts('DELETE FROM task')).toEqual(['a']);
    expect(accounts('DELETE FROM order_line; DELETE FROM sales_order')).toEqual(['a']);
    expect(touchedIn("DELETE FROM position WHERE id = 'pb'")).toMatchObject({ accounts: ['b'], rows: { people: ['p'] } });
    expect(accounts("INSERT INTO account (id, name, created_at) VALUES ('d', 'D', 0); DELETE FROM account WHERE id = 'd'")).toEqual(['d']);
  });

  it('is every account at which a person works, once the person is known', () => {
    expect(touchedIn("UPDATE person SET name = 'Q'")).toMatchObject({ accounts: ['a', 'b'], rows: { people: ['p'] } });
    expect(touchedIn("INSERT INTO person (id, name, created_at) VALUES ('q', 'Q', 0); INSERT INTO position (id, person_id, account_id) VALUES ('qc', 'q', 'c')"))
      .toMatchObject({ accounts: ['c'], rows: { people: ['q'] } });
  });

  it('leaves the figures of an account alone that do not depend on it', () => {
    const behind = (sql: string): string[] => touchedIn(sql).rows.accounts;
    expect(behind("INSERT INTO position (id, person_id, account_id) VALUES ('pc', 'p', 'c'); UPDATE person SET name = 'Q'")).toEqual([]);
    expect(behind("UPDATE interaction_text SET notes = 'other'; INSERT INTO interaction_person (interaction_id, person_id) VALUES ('i', 'p')")).toEqual([]);
    expect(behind("INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('j', 'b', 2, 'call', 'S'); DELETE FROM position")).toEqual(['b']);
    expect(behind("UPDATE task SET title = 'U'")).toEqual(['a']);
    expect(behind("INSERT INTO account_known_as (id, account_id, name) VALUES ('n', 'c', 'Before')")).toEqual(['c']);
  });

  it('is of one table what was added and what was changed in the same transaction', () => {
    expect(accounts("INSERT INTO task (id, account_id, title, created_at) VALUES ('u', 'b', 'U', 0); UPDATE task SET account_id = 'c' WHERE id = 't'")).toEqual(['a', 'b', 'c']);
  });

  it('is all figures where the book reckons in other terms, and no account', () => {
    expect(touchedIn("UPDATE setting SET value = 'EUR' WHERE key = 'currency'")).toEqual({ tables: ['setting'], everywhere: true, accounts: [], rows: { accounts: [], people: [], colleagues: [], allFigures: true } });
    expect(touchedIn("UPDATE setting SET value = 'UTC' WHERE key = 'timeZone'").rows.allFigures).toBe(true);
    expect(touchedIn("UPDATE setting SET value = 'Other' WHERE key = 'title'").rows.allFigures).toBeUndefined();
  });

  it('is everywhere where the change may show at any account', () => {
    expect(touchedIn("UPDATE task SET title = 'V'")).toMatchObject({ tables: ['task'], everywhere: false });
    expect(touchedIn("UPDATE product SET name = 'Y'")).toMatchObject({ tables: ['product'], everywhere: true });
    expect(touchedIn("UPDATE colleague SET name = 'L' WHERE id = 'k'")).toMatchObject({ accounts: [], rows: { colleagues: ['k'] }, everywhere: true });
  });
});
