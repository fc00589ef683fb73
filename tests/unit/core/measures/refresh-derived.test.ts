import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TouchedRows } from '#core/db/touched-rows.ts';
import { figuresAreBehind, refreshDerived } from '#core/measures/refresh-derived.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { scratchDb } from '#tests/builders/scratch-db.ts';

const context = { today: '2026-11-23', timeZone: 'Asia/Shanghai', currency: 'CNY' };
const dirty = (ids: Partial<TouchedRows>): TouchedRows => ({ accounts: [], people: [], colleagues: [], ...ids });
const figures = (db: Database.Database) => db.prepare('SELECT * FROM account_figure ORDER BY account_id').all() as Record<string, unknown>[];
const names = (db: Database.Database) => db.prepare('SELECT * FROM name_key ORDER BY kind, id').all() as Record<string, unknown>[];

function setUp() {
  const db = scratchDb();
  return { db, fill: new BookFiller(db) };
}

describe('account_figure', () => {
  it('holds what lists show', () => {
    const { db, fill } = setUp();
    const id = fill.account('恒岳重工集团', { city: '无锡', industry: '机械', country: 'CN', externalId: 'C-7', contractEnd: '2027-03-31' });
    fill.order(id, { on: '2026-11-02', lines: [{ amount: 300, cost: 200 }] });
    fill.order(id, { on: '2025-12-31', lines: [{ amount: 40, cost: 10 }] });
    fill.order(id, { on: '2025-11-24', lines: [{ amount: 5, cost: 5 }] });
    fill.order(id, { on: '2025-11-23', lines: [{ amount: 1000 }] });
    fill.order(id, { on: '2026-03-01', currency: 'USD', lines: [{ amount: 7 }] });
    fill.order(id, { on: '2026-03-02', currency: 'EUR', lines: [{ amount: 8 }, { amount: 1 }] });
    fill.interaction(id, { at: Date.UTC(2026, 10, 1), kind: 'visit' });
    fill.interaction(id, { at: Date.UTC(2026, 10, 20), kind: 'call' });
    fill.interaction(id, { at: Date.UTC(2027, 0, 1), kind: 'meeting' });
    const next = fill.task(id, 'Call Su Min', { dueOn: '2026-11-21' });
    fill.task(id, 'Later', { dueOn: '2026-12-01' });
    fill.task(id, 'Done', { dueOn: '2026-01-01', doneAt: 1 });
    refreshDerived(db, context, 'all');
    expect(figures(db)).toEqual([{
      account_id: id, as_of: '2026-11-23', name_key: 'heng yue zhong gong ji tuan', city_key: 'wu xi', industry_key: 'ji xie', region_key: null, country_key: 'cn',
      external_id: 'C-7', customer_since: null, contract_end: '2027-03-31',
      revenue: 345, revenue_before: 1000, margin: 130, months: JSON.stringify([40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 300]),
      other_currencies: JSON.stringify([{ currency: 'EUR', amount: 9 }, { currency: 'USD', amount: 7 }]),
      last_interaction_at: Date.UTC(2026, 10, 20), last_interaction_kind: 'call', next_task_id: next, next_task: 'Call Su Min', next_due: '2026-11-21',
    }]);
  });

  it('leaves open what is not known', () => {
    const { db, fill } = setUp();
    fill.account('New');
    refreshDerived(db, context, 'all');
    expect(figures(db)[0]).toMatchObject({ city_key: null, revenue: null, revenue_before: null, margin: null, last_interaction_at: null, next_task_id: null, next_due: null, other_currencies: '[]' });
  });

  it('touches only what is dirty, and drops what is gone', () => {
    const { db, fill } = setUp();
    const [a, b, c] = [fill.account('A'), fill.account('B'), fill.account('C')];
    refreshDerived(db, context, 'all');
    fill.order(a, { on: '2026-01-01', lines: [{ amount: 10 }] });
    fill.order(b, { on: '2026-01-01', lines: [{ amount: 20 }] });
    db.prepare('DELETE FROM account WHERE id = ?').run(c);
    refreshDerived(db, context, dirty({ accounts: [a, c] }));
    expect(figures(db).map((row) => [row['account_id'], row['revenue']])).toEqual([[a, 10], [b, null]]);
    expect(names(db).map((row) => row['id'])).toEqual([a, b]);
  });

  it('moves an account in the lists only when what they sort by was changed', () => {
    const { db, fill } = setUp();
    const id = fill.account('A', { industry: 'Steel' });
    refreshDerived(db, context, 'all');
    const order = () => db.prepare('SELECT name_key, city_key, industry_key, customer_since FROM account_figure').get();
    db.prepare("UPDATE account SET city = '上海', industry = NULL, customer_since = '2020-01-01' WHERE id = ?").run(id);
    expect(order()).toMatchObject({ city_key: null, industry_key: 'steel' });
    refreshDerived(db, context, dirty({ accounts: [id] }));
    expect(order()).toEqual({ name_key: 'a', city_key: 'shang hai', industry_key: null, customer_since: '2020-01-01' });
    const moved = () => db.prepare('SELECT total_changes() AS n').pluck().get() as number;
    const before = moved();
    refreshDerived(db, context, dirty({ accounts: [id] }));
    expect(moved() - before).toBe(1);
  });

  it('computes everything anew on another day, since the windows have moved', () => {
    const { db, fill } = setUp();
    const id = fill.account('A');
    fill.order(id, { on: '2025-11-24', lines: [{ amount: 10 }] });
    refreshDerived(db, context, 'all');
    expect(figures(db)[0]).toMatchObject({ revenue: 10, revenue_before: null });
    expect(figuresAreBehind(db, '2026-11-23')).toBe(false);
    expect(figuresAreBehind(db, '2026-11-24')).toBe(true);
    refreshDerived(db, { ...context, today: '2026-11-24' }, dirty({}));
    expect(figures(db)[0]).toMatchObject({ as_of: '2026-11-24', revenue: 0, revenue_before: 10 });
  });

  it('has nothing to be behind with in an empty book', () => {
    expect(figuresAreBehind(scratchDb(), '2026-11-24')).toBe(false);
  });
});

describe('name_key', () => {
  it('knows accounts by name, alias and number, and people and colleagues by name', () => {
    const { db, fill } = setUp();
    const account = fill.account('Hengyue Heavy', { alias: '恒岳重工', externalId: 'C-001' });
    const { personId } = fill.person(account, '刘子衿');
    const colleague = fill.colleague('林晓彤');
    refreshDerived(db, context, 'all');
    expect(names(db).map(({ kind, id, plain, initials }) => ({ kind, id, plain, initials }))).toEqual([
      { kind: 'account', id: account, plain: '\nhengyue heavy\n恒岳重工\nc-001', initials: '\nhh\nhyzg\nc0' },
      { kind: 'colleague', id: colleague, plain: '\n林晓彤', initials: '\nlxt' },
      { kind: 'person', id: personId, plain: '\n刘子衿', initials: '\nlzj' },
    ]);
  });

  it('follows a change of name and leaves the others as they are', () => {
    const { db, fill } = setUp();
    const account = fill.account('A');
    const { personId } = fill.person(account, '刘子衿');
    refreshDerived(db, context, 'all');
    db.prepare('UPDATE person SET name = ? WHERE id = ?').run('罗子健', personId);
    refreshDerived(db, context, dirty({ people: [personId] }));
    expect(names(db).map(({ kind, sort }) => [kind, sort])).toEqual([['account', 'a'], ['person', 'luo zi jian']]);
  });

  it('forgets people who hold no position any more, and finds them again when they do', () => {
    const { db, fill } = setUp();
    const account = fill.account('A');
    const { personId, positionId } = fill.person(account, '刘子衿');
    refreshDerived(db, context, 'all');
    db.prepare('DELETE FROM position WHERE id = ?').run(positionId);
    refreshDerived(db, context, dirty({ people: [personId] }));
    expect(names(db).map(({ kind }) => kind)).toEqual(['account']);
    fill.position(account, personId);
    refreshDerived(db, context, dirty({ people: [personId] }));
    expect(names(db).map(({ kind }) => kind)).toEqual(['account', 'person']);
  });
});

describe('refreshDerived', () => {
  it('gives the same rows bit by bit as all at once', () => {
    const event = fc.record({ account: fc.nat(4), kind: fc.constantFrom('order', 'interaction', 'task', 'rename', 'remove'), n: fc.nat(400) });
    fc.assert(fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const { db, fill } = setUp();
      const ids = ['A', 'B', '丙', '丁', 'E'].map((name) => fill.account(name));
      const cover = ids.map((id) => fill.person(id, '王 X'));
      refreshDerived(db, context, 'all');
      for (const { account, kind, n } of events) {
        const id = ids[account] ?? '';
        if (!db.prepare('SELECT 1 FROM account WHERE id = ?').get(id)) continue;
        if (kind === 'order') fill.order(id, { on: new Date(Date.UTC(2026, 10, 23 - n * 2)).toISOString().slice(0, 10), lines: [{ amount: n, cost: n % 7 === 0 ? null : 1 }], currency: n % 5 === 0 ? 'EUR' : 'CNY' });
        if (kind === 'interaction') fill.interaction(id, { at: Date.UTC(2026, 10, 23 - n) });
        if (kind === 'task') fill.task(id, `T${n}`, { dueOn: new Date(Date.UTC(2026, 10, n)).toISOString().slice(0, 10) });
        if (kind === 'rename') db.prepare('UPDATE account SET name = ?, city = ?, industry = ?, contract_end = ? WHERE id = ?').run(`客户${n}`, n % 2 ? null : '上海', n % 3 ? '钢铁' : null, n % 5 ? '2027-01-01' : null, id);
        if (kind === 'remove') {
          db.pragma('foreign_keys = OFF');
          db.prepare('DELETE FROM account WHERE id = ?').run(id);
          db.prepare('DELETE FROM position WHERE account_id = ?').run(id);
        }
        refreshDerived(db, context, dirty({ accounts: [id], people: kind === 'remove' ? [cover[account]?.personId ?? ''] : [] }));
      }
      const kept = { figures: figures(db), names: names(db) };
      db.exec('DELETE FROM account_figure; DELETE FROM name_key');
      refreshDerived(db, context, 'all');
      expect(kept).toEqual({ figures: figures(db), names: names(db) });
      db.close();
    }), { numRuns: 40 });
  });
});
