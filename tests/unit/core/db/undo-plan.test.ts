import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UndoPlan } from '#core/db/undo-plan.ts';
import { undoStep } from '#core/db/undo.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
let fill: BookFiller;
beforeEach(() => {
  t = testBook();
  fill = new BookFiller(t.book.db);
});
afterEach(() => t.dispose());

const step = (work: () => void): number => t.book.write({ kind: 'user', verb: 'test', params: {} }, work).stepNo;
const sql = (text: string): number => step(() => t.book.db.exec(text));
const rows = (text: string): unknown[] => t.book.db.prepare(text).pluck().all();

/** table key → what happens to the row, or why it stays and for whom. */
function planOf(no: number): Record<string, unknown> {
  const plan = new UndoPlan(t.book.db, no);
  return Object.fromEntries([...plan.rows.values()].map((row) => [
    `${row.table} ${row.key}`,
    row.kept.length > 0 ? row.kept.map((kept) => [kept.field, kept.reason, kept.byStep]) : row.remove ? 'remove' : row.restore ? 'restore' : Object.keys(row.update),
  ]));
}

describe('parts', () => {
  it('go with their owner', () => {
    const no = step(() => void fill.order(fill.account('A'), { on: '2026-01-02', lines: [{ amount: 1 }, { amount: 2 }] }));
    expect(planOf(no)).toEqual({ 'account account-0001': 'remove', 'sales_order order-0001': 'remove', 'order_line ["order-0001",1]': 'remove', 'order_line ["order-0001",2]': 'remove' });
  });

  it('stay with an owner that was changed later, all for the step that changed it', () => {
    step(() => void fill.account('A'));
    const no = step(() => void fill.order('account-0001', { on: '2026-01-02', lines: [{ amount: 1 }, { amount: 2 }] }));
    const later = sql("UPDATE sales_order SET external_id = 'N1'");
    expect(planOf(no)).toEqual({
      'sales_order order-0001': [[null, 'changed-later', later]],
      'order_line ["order-0001",1]': [[null, 'depended-on', later]],
      'order_line ["order-0001",2]': [[null, 'depended-on', later]],
    });
  });

  it('that another step changed keep their owner', () => {
    step(() => void fill.account('A'));
    const no = step(() => void fill.interaction('account-0001', { at: 5, notes: 'n' }));
    const later = sql("UPDATE interaction_text SET notes = 'more'");
    expect(planOf(no)).toEqual({ 'interaction interaction-0001': [[null, 'depended-on', later]], 'interaction_text interaction-0001': [[null, 'changed-later', later]] });
  });

  it('that the step added to an owner of another step are taken alone', () => {
    step(() => void fill.interaction(fill.account('A'), { at: 5 }));
    const no = step(() => {
      const { personId } = fill.person('account-0001', 'P');
      t.book.db.prepare('INSERT INTO interaction_person VALUES (?, ?)').run('interaction-0001', personId);
    });
    expect(Object.values(planOf(no))).toEqual(['remove', 'remove', 'remove']);
  });
});

describe('rows that others point at', () => {
  it('stay for the newest step of what depends on them, through several levels', () => {
    const no = step(() => void fill.person(fill.account('A'), 'P'));
    const second = step(() => void fill.interaction('account-0001', { at: 5, personIds: ['person-0001'] }));
    expect(planOf(no)).toEqual({
      'account account-0001': [[null, 'depended-on', second]], 'person person-0001': [[null, 'depended-on', second]], 'position position-0001': 'remove',
    });
    undoStep(t.book, no);
    expect(rows('SELECT id FROM position')).toEqual([]);
    expect(rows('SELECT id FROM person')).toEqual(['person-0001']);
  });

  it('go when what pointed at them points elsewhere after the undo', () => {
    step(() => {
      fill.account('Old');
      fill.task('account-0001', 'T');
    });
    const no = step(() => {
      const id = fill.account('New');
      t.book.db.prepare('UPDATE task SET account_id = ?').run(id);
    });
    expect(planOf(no)).toEqual({ 'account account-0002': 'remove', 'task task-0001': ['account_id'] });
  });

  it('stay when a row comes back that points at them', async () => {
    step(() => {
      fill.account('Old');
      fill.task('account-0001', 'T');
    });
    const open = t.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} });
    open.chunk(() => fill.account('New'));
    sql("UPDATE task SET account_id = 'account-0002'");
    open.chunk(() => t.book.db.exec('DELETE FROM task'));
    await open.finish();
    expect(planOf(open.no)).toMatchObject({ 'account account-0002': [[null, 'depended-on', expect.any(Number)]], 'task task-0001': 'restore' });
    undoStep(t.book, open.no);
    expect(rows('SELECT account_id FROM task')).toEqual(['account-0002']);
  });
});

describe('what would point at nothing', () => {
  it('a deleted row stays deleted when its owner is gone since, and comes back when both do', () => {
    step(() => {
      fill.account('A');
      fill.task('account-0001', 'T');
    });
    const dropped = sql('DELETE FROM task');
    const gone = sql("DELETE FROM account WHERE id = 'account-0001'");
    expect(planOf(dropped)).toEqual({ 'task task-0001': [[null, 'missing-reference', null]] });
    undoStep(t.book, gone);
    expect(planOf(dropped)).toEqual({ 'task task-0001': 'restore' });
  });

  it('rows deleted together come back together', () => {
    step(() => {
      fill.account('A');
      fill.task('account-0001', 'T');
    });
    const no = sql("DELETE FROM task; DELETE FROM account WHERE id = 'account-0001'");
    expect(planOf(no)).toEqual({ 'task task-0001': 'restore', 'account account-0001': 'restore' });
    undoStep(t.book, no);
    expect(rows('SELECT id FROM task')).toEqual(['task-0001']);
  });

  it('a field stays when what it pointed at is gone; the other fields go back', () => {
    step(() => fill.account('Child', { parentId: fill.account('Parent'), city: 'Wuxi' }));
    const no = sql("UPDATE account SET parent_id = NULL, city = 'Jinan' WHERE id = 'account-0002'");
    sql("DELETE FROM account WHERE id = 'account-0001'");
    expect(planOf(no)).toEqual({ 'account account-0002': [['parent_id', 'missing-reference', null]] });
    const { preview } = undoStep(t.book, no);
    expect(preview.reverts.map(({ field, from, to }) => [field, from, to])).toEqual([['city', 'Jinan', 'Wuxi']]);
    expect(preview.kept).toMatchObject([{ field: 'parent_id', from: 'account-0001', to: null, reason: 'missing-reference', byActor: null }]);
    expect(rows('SELECT city FROM account')).toEqual(['Wuxi']);
  });
});

describe('rules of the domain', () => {
  it('keep a change whose undoing would make a circle of parents', () => {
    step(() => {
      fill.account('A', { parentId: fill.account('B') });
      fill.account('C');
    });
    const no = sql("UPDATE account SET parent_id = NULL WHERE id = 'account-0002'; UPDATE account SET city = 'Wuxi' WHERE id = 'account-0003'");
    sql("UPDATE account SET parent_id = 'account-0002' WHERE id = 'account-0001'");
    const { preview } = undoStep(t.book, no);
    expect(preview.kept).toMatchObject([{ key: 'account-0002', reason: 'invariant' }]);
    expect(preview.reverts).toMatchObject([{ key: 'account-0003', field: 'city' }]);
    expect(t.book.db.prepare('SELECT id, parent_id AS parent, city FROM account ORDER BY id').all()).toEqual([
      { id: 'account-0001', parent: 'account-0002', city: null }, { id: 'account-0002', parent: null, city: null }, { id: 'account-0003', parent: null, city: null },
    ]);
  });

  it('are kept up by taking rows out of the plan once', () => {
    step(() => void fill.account('A'));
    const no = sql("UPDATE account SET city = 'Wuxi'");
    const plan = new UndoPlan(t.book.db, no);
    expect(plan.keepForInvariant('account', ['account-0009'])).toBe(false);
    expect(plan.keepForInvariant('account', ['account-0001'])).toBe(true);
    expect(plan.keepForInvariant('account', ['account-0001'])).toBe(false);
    expect([...plan.rows.values()]).toMatchObject([{ update: {}, kept: [{ field: null, reason: 'invariant' }] }]);
  });
});
