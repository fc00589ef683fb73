import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import { BatchBuilder } from '#core/features/imports/batch-builder.ts';
import { ContactIndex } from '#core/features/imports/contact-index.ts';
import { FreshRows } from '#core/features/imports/fresh-rows.ts';
import { ImportPlan } from '#core/features/imports/import-plan.ts';
import { ImportTally } from '#core/features/imports/import-tally.ts';
import { KeyIndex } from '#core/features/imports/key-index.ts';
import { mergeRow } from '#core/features/imports/merge-row.ts';
import { RecordIndex } from '#core/features/imports/record-index.ts';
import { RecordWindow } from '#core/features/imports/record-window.ts';
import { Repeats } from '#core/features/imports/repeats.ts';
import { tableSql, toColumns, type SqlRow } from '#core/features/imports/table-sql.ts';
import type { OrderRecord } from '#shared/domain/import/order-record.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { scratchDb } from '#tests/builders/scratch-db.ts';

const problem = (row: number) => ({ row, column: null, code: 'repeated', value: null });

describe('RecordIndex', () => {
  const index = new RecordIndex();
  beforeEach(() => index.load([
    { id: 'a', name: 'Acme', alias: '顶点', external_id: 'C1' }, { id: 'b', name: 'Twin', external_id: 'C2' }, { id: 'c', name: 'TWIN', external_id: 'C3' },
    { id: 'd', name: 'Bare', external_id: null }, { id: 'e', name: 'Same id', external_id: 'X' }, { id: 'f', name: 'Same id too', external_id: 'X' },
  ]));

  it.each([
    ['by its id, whatever the name says', 'Other', 'C1', ['a']], ['by name without an id', 'ａｃｍｅ', undefined, ['a']], ['several of one name', 'Twin', undefined, ['b', 'c']],
    ['none for a new id of a name that has another', 'Acme', 'C9', []], ['one of that name without an id', 'bare', 'C9', ['d']], ['several of one id', 'x', 'X', ['e', 'f']], ['none by its other name', '顶点', undefined, []],
  ])('matches %s', (_, name, externalId, ids) => expect(index.match(name, externalId)).toEqual(ids));

  it.each([
    ['by id', undefined, 'C1', { ok: true, value: 'a' }], ['by name', 'Acme', undefined, { ok: true, value: 'a' }], ['by its other name', '顶点', undefined, { ok: true, value: 'a' }],
    ['not an unknown id of a name with another', 'Acme', 'C9', { ok: false, error: 'account-not-found' }], ['not a twin', 'twin', undefined, { ok: false, error: 'account-ambiguous' }],
    ['not two of one id', undefined, 'X', { ok: false, error: 'account-ambiguous' }], ['nothing', undefined, undefined, { ok: false, error: 'account-not-found' }],
  ])('resolves %s', (_, name, externalId, result) => expect(index.resolve(name, externalId)).toEqual(result));

  it('keeps up with what is planned, and forgets it when loaded anew', () => {
    index.set({ id: 'd', name: 'Bare no more', external_id: 'C9' });
    expect([index.match('Bare', undefined), index.match('Bare no more', 'C8'), index.match('Bare no more', undefined)]).toEqual([[], [], ['d']]);
    index.load([]);
    expect(index.match('Acme', 'C1')).toEqual([]);
  });
});

describe('KeyIndex', () => {
  it('knows a record once under a key, and all that share it', () => {
    const index = new KeyIndex();
    for (const id of ['a', 'b', 'a']) index.add('k', id);
    expect([index.all('k'), index.all('other')]).toEqual([['a', 'b'], []]);
  });
});

describe('Repeats', () => {
  it('tells the first, the same and another', () => {
    const repeats = new Repeats();
    expect([repeats.meet('a', { x: 1 }), repeats.meet('a', { x: 1 }), repeats.meet('a', { x: 2 }), repeats.meet('a', { x: 1 }), repeats.meet('b', { x: 2 })]).toEqual(['new', 'same', 'other', 'same', 'new']);
  });
});

describe('tableSql', () => {
  it('says each statement once, whatever a row holds', () => {
    expect(tableSql('t', ['id', 'no'], ['a', 'b'], ['made'])).toMatchObject({
      insert: 'INSERT INTO t (id, no, a, b, made) VALUES (?, ?, ?, ?, ?)', update: 'UPDATE t SET a = ?, b = ? WHERE id = +? AND no = +?',
      remove: 'DELETE FROM t WHERE id = +? AND no = +?', select: 'SELECT a, b FROM t WHERE id = +? AND no = +?',
    });
  });

  it('turns fields into columns and leaves out what is not given', () => {
    expect(toColumns({ externalId: 'x', isKey: true, city: undefined, customerSince: '2024-01-01' })).toEqual({ external_id: 'x', is_key: 1, customer_since: '2024-01-01' });
  });
});

describe('with a database', () => {
  let db: Database.Database;
  let fill: BookFiller;
  beforeEach(() => {
    db = scratchDb();
    fill = new BookFiller(db);
  });
  afterEach(() => db.close());

  const accounts = tableSql('account', ['id'], ['name', 'city']);

  it('a plan writes nothing until it is run, and then everything in its order', () => {
    const plan = new ImportPlan();
    expect(plan.empty).toBe(true);
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('old', 'Old', 0)");
    plan.update(accounts, { name: 'New', city: 'Wuxi' }, ['old']);
    plan.insert(tableSql('account', ['id'], ['name'], ['created_at']), ['x', 'X', 1]);
    plan.update(accounts, { name: 'X2' }, ['x']);
    plan.insert(tableSql('account', ['id'], ['name'], ['created_at']), ['y', 'Y', 1]);
    plan.remove(accounts, ['y']);
    plan.count(accounts, 'same', 3);
    plan.reject(problem(4));
    expect([plan.empty, plan.rejected, plan.problems, plan.tables]).toEqual([false, 1, [problem(4)], { account: { created: 2, updated: 2, same: 3, removed: 1 } }]);
    expect(db.prepare('SELECT count(*) AS n FROM account').get()).toEqual({ n: 1 });
    plan.run(db);
    expect(db.prepare('SELECT id, name, city FROM account ORDER BY id').all()).toEqual([{ id: 'old', name: 'New', city: 'Wuxi' }, { id: 'x', name: 'X2', city: null }]);
  });

  it('a merge plans only what differs and keeps the rest', () => {
    const id = fill.account('Acme', { city: 'Berlin' });
    const plan = new ImportPlan();
    mergeRow(db, plan, accounts, [id], { name: 'Acme' });
    mergeRow(db, plan, accounts, ['gone'], { name: 'Gone' });
    expect([plan.empty, plan.tables]).toEqual([true, { account: { created: 0, updated: 0, same: 2, removed: 0 } }]);
    mergeRow(db, plan, accounts, [id], { name: 'Acme AG' });
    plan.run(db);
    expect(db.prepare('SELECT name, city FROM account').all()).toEqual([{ name: 'Acme AG', city: 'Berlin' }]);
  });

  it.each(['in a trial', 'in a run'])('a row that two batches change is counted once, %s', (how) => {
    const id = fill.account('Acme', { city: 'Wuxi' });
    const rows = new FreshRows(tableSql('account', ['id'], ['name', 'city', 'external_id']));
    const given: SqlRow[] = [{ external_id: 'C3' }, { external_id: 'C3', city: 'Wuxi' }, { city: 'Lyon' }];
    const counts = given.map((each) => {
      const plan = new ImportPlan();
      rows.clear();
      rows.merge(db, plan, id, each);
      if (how === 'in a run') plan.run(db);
      return plan.tables['account']?.updated ?? 0;
    });
    expect(counts).toEqual([1, 0, 0]);
  });

  it('contacts are found by external id anywhere, by name only at their account', () => {
    const [here, there] = [fill.account('Here'), fill.account('There')];
    db.exec(`
      INSERT INTO person (id, name, external_id, created_at) VALUES ('p1', 'Li Lei', '7', 0), ('p2', 'Han Mei', NULL, 0);
      INSERT INTO position (id, person_id, account_id) VALUES ('o1', 'p1', '${here}'), ('o2', 'p2', '${here}')`);
    const index = new ContactIndex(db);
    const found = (account: string, name: string, externalId?: string) => index.match(account, name, externalId).map(({ personId, positionId }) => [personId, positionId]);
    expect(found(here, 'ＬＩ  lei')).toEqual([['p1', 'o1']]);
    expect(found(there, 'Li Lei')).toEqual([]);
    expect(found(there, 'whoever', '7')).toEqual([['p1', null]]);
    expect(found(here, 'Li Lei', '8')).toEqual([]);
    expect(found(here, 'Han Mei', '8')).toEqual([['p2', 'o2']]);
    index.add(there, { personId: 'p3', positionId: 'o3', key: 'wang', externalId: '9' });
    expect([found(there, 'wang'), found(here, 'x', '9')]).toEqual([[['p3', 'o3']], [['p3', null]]]);
    index.clear();
    expect([found(there, 'Wang'), index.large]).toEqual([[], false]);
  });
});

describe('batches', () => {
  const order = (orderNo: string, accountName: string, lines = 1): OrderRecord => ({
    orderNo, orderedOn: '2024-01-01', accountName, lines: Array.from({ length: lines }, (_, row) => ({ row, values: {} })), partial: false,
  });

  it('are full at a thousand rows, rejected ones included', () => {
    const builder = new BatchBuilder<'orders'>();
    builder.add(order('1', 'a', 600), 600);
    expect(builder.full).toBe(false);
    builder.reject([problem(601)], 400);
    expect(builder.full).toBe(true);
    expect(builder.take(77)).toMatchObject({ rows: 1_000, rejected: 400, problems: [problem(601)], bytes: 77, records: [{ orderNo: '1' }] });
    expect(builder.take(78)).toMatchObject({ rows: 0, records: [], problems: [], bytes: 78 });
  });

  it('of a window go by account, and tell how far they are', () => {
    const window = new RecordWindow<'orders'>({ rowsOf: ({ lines }) => lines.length, accountOf: ({ accountName = '' }) => accountName });
    for (let n = 0; n < 30; n += 1) {
      // The first stretch ends at 2,000 rows.
      expect(window.full).toBe(n >= 20);
      window.add(order(String(n), `account ${(n * 7) % 10}`, 100));
    }
    const batches = [...window.take(9_000)];
    expect(batches.map(({ rows, bytes }) => [rows, bytes])).toEqual([[1_000, 3_000], [1_000, 6_000], [1_000, 9_000], [0, 9_000]]);
    const accounts = batches.flatMap(({ records }) => records.map(({ accountName }) => accountName));
    expect(accounts).toEqual(accounts.toSorted());
    window.add(order('x', 'a', 20_000));
    expect(window.full).toBe(true);
    expect([...window.take(10_000)].map(({ rows, bytes }) => [rows, bytes])).toEqual([[20_000, 10_000], [0, 10_000]]);
  });

  it('of a window without accounts stay in the order of the file', () => {
    const window = new RecordWindow<'products'>({ rowsOf: () => 1 });
    for (let n = 0; n < 999; n += 1) window.add({ row: n, values: { name: `P${n}` } });
    expect(window.full).toBe(false);
    window.reject([problem(1_000)]);
    expect(window.full).toBe(true);
    const batches = [...window.take(500)];
    expect(batches.map(({ rows, rejected, bytes, records }) => [rows, rejected, bytes, records.length, records.at(-1)?.row])).toEqual([[1_000, 1, 500, 999, 998]]);
  });

  it('add up, with the first thousand problems by row', () => {
    const tally = new ImportTally();
    const plan = new ImportPlan();
    plan.reject(problem(2));
    plan.count(tableSql('account', ['id'], []), 'created', 5);
    const batch = { type: 'batch' as const, records: [], rows: 10, rejected: 3, skipped: 0, problems: [problem(9), problem(1)], bytes: 50 };
    tally.add(batch, plan);
    tally.add({ ...batch, bytes: 90, problems: Array.from({ length: 2_000 }, (_, row) => problem(row + 10)) }, plan);
    expect([tally.rows, tally.rejected, tally.taken, tally.bytes]).toEqual([20, 8, 12, 90]);
    const { problems, tables } = tally.result();
    expect([problems.length, problems.slice(0, 4).map(({ row }) => row)]).toEqual([1_000, [1, 2, 9, 10]]);
    expect(tables).toEqual({ account: { created: 10, updated: 0, same: 0, removed: 0 } });
  });
});
