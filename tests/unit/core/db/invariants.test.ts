import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '#core/db/invariants.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => {
  t = testBook();
  const fill = new BookFiller(t.book.db);
  t.book.write({ kind: 'user', verb: 'test', params: {} }, () => {
    const top = fill.account('Top');
    fill.account('Sub', { parentId: top });
    const { positionId } = fill.person(top, 'Boss');
    const second = fill.person(top, 'Second', { reportsToId: positionId });
    fill.person(top, 'Third', { reportsToId: second.positionId });
  });
});
afterEach(() => t.dispose());

const set = (sql: string): unknown => {
  t.book.write({ kind: 'user', verb: 'test', params: {} }, () => t.book.db.exec(sql));
  return findViolations(t.book.db).map((one) => ({ ...one, keys: one.keys.toSorted() }));
};

describe('rules that span rows', () => {
  it('hold in a sound book', () => {
    expect(findViolations(t.book.db)).toEqual([]);
  });

  it('are broken by an account that is its own division', () => {
    expect(set("UPDATE account SET parent_id = 'account-0002' WHERE id = 'account-0001'")).toEqual([{ code: 'account-parent-cycle', table: 'account', keys: ['account-0001', 'account-0002'] }]);
  });

  it('are broken by people who report to each other; only those in the circle are named', () => {
    expect(set("UPDATE position SET reports_to_id = 'position-0002' WHERE id = 'position-0001'")).toEqual([{ code: 'reports-to-cycle', table: 'position', keys: ['position-0001', 'position-0002'] }]);
  });

  it('are all reported at once', () => {
    expect(set("UPDATE account SET parent_id = id WHERE id = 'account-0001'; UPDATE position SET reports_to_id = id WHERE id = 'position-0003'"))
      .toEqual([{ code: 'account-parent-cycle', table: 'account', keys: ['account-0001'] }, { code: 'reports-to-cycle', table: 'position', keys: ['position-0003'] }]);
  });
});
