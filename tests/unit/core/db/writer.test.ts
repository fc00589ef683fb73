import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import type { OpenStep, StepNotice } from '#core/db/book.ts';
import type { TouchedRows } from '#core/db/touched-rows.ts';
import { verifyBook } from '#core/db/verify.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
let derived: TouchedRows[];
let told: StepNotice[];

beforeEach(() => {
  derived = [];
  told = [];
  t = testBook({ derive: (_db, dirty) => { if (dirty !== 'all') derived.push(dirty); } });
  derived.length = 0;
  t.book.onStep((notice) => told.push(notice));
});
afterEach(() => t.dispose());

const write = (sql: string): number => t.book.write({ kind: 'user', verb: 'test', params: {} }, () => t.book.db.exec(sql)).stepNo;
const addSql = (id: string): string => `INSERT INTO account (id, name, created_at) VALUES ('${id}', '${id}', 0);`;
const begin = (): OpenStep => t.book.openStep({ kind: 'import', verb: 'import.accounts', params: { file: 'f.csv' } });
const rows = (sql: string): unknown[] => t.book.db.prepare(sql).all();
const dirty = (): unknown[] => rows('SELECT account_id AS id FROM dirty');

function foreign(sql: string): void {
  const other = new Database(t.path);
  other.exec(sql);
  other.close();
}

describe('a write', () => {
  it('stamps what it changed with who, when, where and the version of the tables, in the order of writing', () => {
    const first = write(addSql('a') + addSql('b'));
    t.clock.ms += 5;
    const second = write("UPDATE account SET city = 'Wuxi'");
    const stamps = rows(`SELECT step, first_arrival AS first, last_arrival AS last, at, clock FROM stamp WHERE step >= ${first} ORDER BY no`) as { first: number; last: number; clock: number }[];
    expect(stamps).toMatchObject([{ step: first, at: t.clock.ms - 5 }, { step: second, at: t.clock.ms }]);
    expect(stamps.map((stamp) => stamp.last - stamp.first)).toEqual([1, 1]);
    expect(stamps[1]?.first).toBe((stamps[0]?.last ?? 0) + 1);
    expect(stamps[1]?.clock).toBeGreaterThan(stamps[0]?.clock ?? 0);
    expect(rows(`SELECT s.actor = (SELECT me FROM book) AS mine, d.id AS device, schema_version AS version FROM step s JOIN device d ON d.no = s.device WHERE s.no = ${second}`))
      .toEqual([{ mine: 1, device: t.book.device().device, version: t.book.db.pragma('user_version', { simple: true }) }]);
  });

  it('tells its listeners once it is committed which tables and accounts it touched; an empty one tells nothing', () => {
    const seen: boolean[] = [];
    const stop = t.book.onStep(() => seen.push(t.book.db.inTransaction));
    const no = write(`${addSql('a')} INSERT INTO task (id, account_id, title, created_at) VALUES ('t', 'a', 'T', 0);`);
    write("UPDATE account SET name = 'a'");
    stop();
    write(addSql('b'));
    expect(told).toMatchObject([{ no, kind: 'user', tables: ['account', 'task'], accountIds: ['a'] }, { no: no + 1, accountIds: ['b'] }]);
    expect(seen).toEqual([false]);
  });

  it('brings up to date what it left behind, and only that, before it commits', () => {
    write(`${addSql('a')} INSERT INTO person (id, name, created_at) VALUES ('p', 'P', 0); INSERT INTO colleague (id, name) VALUES ('c', 'C');`);
    write("UPDATE account SET city = 'Wuxi'");
    expect(derived).toEqual([{ accounts: ['a'], people: ['p'], colleagues: ['c'] }, { accounts: ['a'], people: [], colleagues: [] }]);
    expect(dirty()).toEqual([]);
  });

  it('inside a write is refused, and the outer one is rolled back whole', () => {
    expect(() => t.book.write({ kind: 'user', verb: 'test', params: {} }, () => {
      t.book.db.exec(addSql('a'));
      write(addSql('b'));
    })).toThrow('a write inside a write');
    expect(() => t.book.writeLocal(() => write(addSql('c')))).toThrow('a write inside a write');
    expect(rows('SELECT id FROM account')).toEqual([]);
    expect(told).toEqual([]);
  });

  it('to local tables only leaves no step and tells nothing', () => {
    const before = rows('SELECT count(*) AS n FROM step');
    t.book.writeLocal(() => t.book.db.exec("INSERT INTO draft (key, value, saved_at) VALUES ('k', 'v', 0)"));
    expect(rows('SELECT count(*) AS n FROM step')).toEqual(before);
    expect(rows('SELECT value FROM draft')).toEqual([{ value: 'v' }]);
    expect(told).toEqual([]);
  });
});

describe('a step of many transactions', () => {
  it('leaves the derived tables behind until it ends, but not those of a save between', async () => {
    const step = begin();
    step.chunk(() => t.book.db.exec(addSql('a') + addSql('b')));
    expect(derived).toEqual([]);
    write("UPDATE account SET city = 'Wuxi' WHERE id = 'a'");
    expect(derived).toEqual([{ accounts: ['a'], people: [], colleagues: [] }]);
    expect(dirty()).toEqual([{ id: 'b' }]);
    await step.finish();
    expect(derived.at(-1)?.accounts).toEqual(['b']);
    expect(dirty()).toEqual([]);
    expect(told.map(({ no, kind, tables, accountIds }) => ({ step: no === step.no, kind, tables, accountIds }))).toEqual([
      { step: true, kind: 'import', tables: ['account'], accountIds: ['a', 'b'] },
      { step: false, kind: 'user', tables: ['account'], accountIds: ['a'] },
      { step: true, kind: 'import', tables: ['account_figure'], accountIds: null },
    ]);
  });

  it('catches up in slices and gives way between them to a save', async () => {
    const step = begin();
    step.chunk(() => {
      for (let n = 0; n < 1_200; n += 1) t.book.db.exec(addSql(`a${n}`));
    });
    const ended = step.finish();
    await setImmediate();
    write(addSql('saved'));
    await ended;
    const sizes = derived.map((one) => one.accounts.length);
    expect(sizes.toSorted((a, b) => b - a)).toEqual([500, 500, 200, 1]);
    expect(sizes.indexOf(1)).toBeLessThan(3);
    expect(new Set(derived.flatMap((one) => one.accounts)).size).toBe(1_201);
  });

  it('keeps the chunks before one that fails', () => {
    const step = begin();
    step.chunk(() => t.book.db.exec(addSql('a')));
    expect(() => step.chunk(() => t.book.db.exec(`${addSql('b')} SELECT nonsense;`))).toThrow(/nonsense/);
    step.chunk(() => t.book.db.exec(addSql('c')));
    expect(rows('SELECT id FROM account')).toEqual([{ id: 'a' }, { id: 'c' }]);
    expect(verifyBook(t.book.db).problems).toEqual([]);
  });

  it('that a crash left open is ended with its params, and what it left behind is caught up', () => {
    const step = begin();
    step.chunk(() => t.book.db.exec(addSql('a')));
    t.reopen();
    expect(derived).toEqual([{ accounts: ['a'], people: [], colleagues: [] }]);
    expect(rows(`SELECT open, params FROM step WHERE no = ${step.no}`)).toEqual([{ open: 0, params: '{"file":"f.csv"}' }]);
    expect(dirty()).toEqual([]);
  });

  it('that a crash left open before its first chunk is gone', () => {
    const { no } = begin();
    t.reopen();
    expect(rows(`SELECT no FROM step WHERE no = ${no}`)).toEqual([]);
  });
});

describe('what another program wrote', () => {
  const external = (): unknown[] => rows("SELECT s.actor, group_concat(c.key) AS keys FROM step s JOIN stamp t ON t.step = s.no JOIN change c ON c.stamp = t.no WHERE s.kind = 'external' GROUP BY s.no");

  it('gets a step of its own, not the one that is being written, and is derived', () => {
    const step = begin();
    step.chunk(() => t.book.db.exec(addSql('a')));
    foreign(addSql('x') + addSql('y'));
    step.chunk(() => t.book.db.exec(addSql('b')));
    expect(external()).toEqual([{ actor: null, keys: 'x,y' }]);
    expect(derived).toEqual([{ accounts: ['x', 'y'], people: [], colleagues: [] }]);
    expect(rows(`SELECT c.key FROM change c JOIN stamp t ON t.no = c.stamp WHERE t.step = ${step.no} ORDER BY c.arrival`)).toEqual([{ key: 'a' }, { key: 'b' }]);
    expect(verifyBook(t.book.db).problems).toEqual([]);
  });

  it('is adopted when the book opens', () => {
    t.book.close();
    foreign(addSql('x'));
    t.reopen();
    expect(external()).toEqual([{ actor: null, keys: 'x' }]);
    expect(derived).toEqual([{ accounts: ['x'], people: [], colleagues: [] }]);
  });

  it('is adopted again after a write that had adopted it was rolled back', () => {
    foreign(addSql('x'));
    expect(() => write('SELECT nonsense')).toThrow(/nonsense/);
    expect(external()).toEqual([]);
    write(addSql('a'));
    expect(external()).toEqual([{ actor: null, keys: 'x' }]);
  });
});
