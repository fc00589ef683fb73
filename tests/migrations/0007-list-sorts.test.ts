import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figuresAreBehind, refreshDerived } from '#core/measures/refresh-derived.ts';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';

const context = { today: '2026-11-23', timeZone: 'Asia/Shanghai', currency: 'CNY' };

let book: BookBefore;
beforeEach(() => {
  book = bookBefore('list_sorts');
});
afterEach(() => book.dispose());

describe('the migration for the orders of the list', () => {
  it('keeps the accounts, and has their figures made anew before they are read', () => {
    const { db } = book;
    db.exec(`
      INSERT INTO account (id, name, industry, created_at) VALUES ('a', 'Acme', '钢铁', 1);
      INSERT INTO account_figure (account_id, as_of, name_key, revenue, months, other_currencies) VALUES ('a', '2026-11-23', 'acme', 5, '[]', '[]')`);
    const logged = db.prepare('SELECT count(*) AS n FROM change').get();
    book.migrate();
    expect(figuresAreBehind(db, context.today)).toBe(true);
    refreshDerived(db, context, { accounts: ['a'], people: [], colleagues: [] });
    expect(figuresAreBehind(db, context.today)).toBe(false);
    expect(db.prepare('SELECT account_id, industry_key, region_key FROM account_figure').all()).toEqual([{ account_id: 'a', industry_key: 'gang tie', region_key: null }]);
    expect(db.prepare('SELECT count(*) AS n FROM change').get()).toEqual(logged);
  });
});
