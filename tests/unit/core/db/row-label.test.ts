import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rowLabel } from '#core/db/row-label.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => {
  t = testBook();
  const fill = new BookFiller(t.book.db);
  t.book.write({ kind: 'user', verb: 'test', params: {} }, () => {
    fill.account('恒岳');
    fill.person('account-0001', '陈立新');
    fill.colleague('Wang');
    fill.interaction('account-0001', { at: 1, summary: 'Kick-off', personIds: ['person-0001'], colleagueIds: ['colleague-0001'] });
    fill.task('account-0001', 'Send offer');
    fill.order('account-0001', { on: '2026-01-02', orderNo: 'HY-1', lines: [{ product: 'Sensor', amount: 1 }] });
    fill.order('account-0001', { on: '2026-01-03', lines: [{ amount: 1 }] });
  });
});
afterEach(() => t.dispose());

describe('the label of a row', () => {
  it.each([
    ['account', 'account-0001', '恒岳'],
    ['person', 'person-0001', '陈立新'],
    ['position', 'position-0001', '陈立新'],
    ['colleague', 'colleague-0001', 'Wang'],
    ['interaction', 'interaction-0001', 'Kick-off'],
    ['interaction_text', 'interaction-0001', 'Kick-off'],
    ['interaction_person', '["interaction-0001","person-0001"]', '陈立新'],
    ['interaction_colleague', '["interaction-0001","colleague-0001"]', 'Wang'],
    ['task', 'task-0001', 'Send offer'],
    ['product', 'product-0001', 'Sensor'],
    ['sales_order', 'order-0001', 'HY-1'],
    ['order_line', '["order-0001",1]', 'HY-1 · 1'],
    ['setting', 'currency', 'currency'],
  ])('of %s %s is %s', (table, key, label) => {
    expect(rowLabel(t.book.db, table, key, null)).toBe(label);
  });

  it('of a row that is gone comes from what it was: name, title, summary or number, in this order', () => {
    expect(rowLabel(t.book.db, 'account', 'gone', { name: 'Old', external_id: 'K1' })).toBe('Old');
    expect(rowLabel(t.book.db, 'task', 'gone', { title: 'Call', summary: 'x' })).toBe('Call');
    expect(rowLabel(t.book.db, 'sales_order', 'gone', { external_id: 'HY-9', name: null })).toBe('HY-9');
  });

  it('is none where nothing names the row, or its table is unknown', () => {
    expect(rowLabel(t.book.db, 'sales_order', 'order-0002', null)).toBeNull();
    expect(rowLabel(t.book.db, 'order_line', '["order-0002",1]', { amount: 1 })).toBeNull();
    expect(rowLabel(t.book.db, 'need', 'n', null)).toBeNull();
  });

  it('is known for every captured table', () => {
    const tables = t.book.db.prepare('SELECT DISTINCT tbl, key FROM change').all() as { tbl: string; key: string }[];
    const nameless = tables.filter(({ tbl, key }) => rowLabel(t.book.db, tbl, key, null) === null).map(({ key }) => key);
    expect(nameless).toEqual(['order-0002', '["order-0002",1]']);
  });
});
