import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkedKey, DamagedBundle, planOf } from '#core/sync/change-plan.ts';
import { takeSteps } from '#core/sync/received-steps.ts';
import { RowPlaces } from '#core/sync/row-places.ts';
import type { ChangeShape, SentStamp, SentStep } from '#shared/domain/sync/model.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => { t = testBook(); });
afterEach(() => t.dispose());

const shape = (table: string, op: ChangeShape['op'], ...fields: string[]): ChangeShape => ({ table, op, fields });

describe('how changes of one shape are written', () => {
  const plan = (...of: Parameters<typeof shape>) => planOf(t.book.db, shape(...of));

  it('is worked out once: columns that are known here, the key, and what points elsewhere', () => {
    const { table, places, keyPlaces, links } = plan('task', 1, 'mood', 'id', 'account_id', 'title');
    expect([table.name, places, keyPlaces, links.map(({ place, parent }) => [place, parent.name])]).toEqual(['task', [1, 2, 3], [[1, 0]], [[2, 'account']]]);
    expect(plan('task', 2, 'mood').statement).toBeNull();
    expect(plan('task', 3).statement).toBeNull();
  });

  it.each([['of a table of this program alone', 'sync_state', 1], ['of no table', 'x" --', 2], ['that add a row without its key', 'account', 1]] as const)('is nothing for changes %s', (_what, table, op) => {
    expect(() => plan(table, op, 'name')).toThrow(DamagedBundle);
  });

  it('has the key as the content has it', () => {
    const pair = plan('interaction_person', 1, 'interaction_id', 'person_id');
    expect(checkedKey(pair, '["i","p"]', ['i', 'p'])).toEqual(['i', 'p']);
    for (const [key, values] of [['["i","q"]', ['i', 'p']], ['["i"]', ['i', 'p']], ['i', ['i', 'p']], ['{}', ['i', 'p']], ['[["i"],"p"]', ['i', 'p']]] as const) {
      expect(() => checkedKey(pair, key, values), key).toThrow(DamagedBundle);
    }
    expect(checkedKey(plan('account', 2, 'name'), 'a', ['A'])).toEqual(['a']);
  });
});

describe('the rows of a bundle', () => {
  const stamps = (...clocks: number[]): SentStamp[] => clocks.map((clock) => ({ step: 0, device: 0, clock, changes: [{ shape: shape('account', 2, 'city'), key: 'a', values: ['x'] }] }));
  const own = (): number => {
    t.clock.ms += 1_000;
    t.book.write({ kind: 'user', verb: 'test', params: {} }, () => void t.book.db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'A', 0), ('b', 'B', 0)"));
    return t.book.lastStamp();
  };

  it('are not told apart where all of it is later than the book', () => {
    const latest = own();
    const places = new RowPlaces(t.book.db, stamps(latest + 1, latest + 2), latest);
    places.begin(latest + 1);
    expect([places.note('account', 'a', latest + 1), places.note('account', 'a', latest + 1)]).toEqual(['newest', 'newest']);
  });

  it('are told apart where it is not: what nobody has spoken of, what was said before, and what came after', () => {
    const said = own();
    const latest = said + 100;
    const places = new RowPlaces(t.book.db, stamps(said - 1, said + 1, latest + 1, latest), latest);
    const noted = (clock: number, key: string) => {
      places.begin(clock);
      return places.note('account', key, clock);
    };
    expect([noted(said - 1, 'a'), noted(said + 1, 'a'), noted(said + 1, 'a'), noted(said + 1, 'other'), noted(latest + 1, 'a'), noted(latest, 'a')]).toEqual(['among', 'later', 'among', 'newest', 'newest', 'among']);
  });

  it('are known to be erased, before and by the bundle itself', () => {
    t.book.db.prepare("INSERT INTO erased (tbl, key, stamp) VALUES ('account', 'a', 1)").run();
    const places = new RowPlaces(t.book.db, stamps(1), 0);
    expect([places.isErased('account', 'a'), places.isErased('person', 'a'), places.isErased('account', 'b')]).toEqual([true, false, false]);
    places.noteErased('account', 'b');
    expect(places.isErased('account', 'b')).toBe(true);
  });
});

describe('the steps of a bundle', () => {
  const id = (n: number): string => `01937000-0000-7000-8000-00000000000${n}`;
  const step = (n: number, more: Partial<SentStep> = {}): SentStep => ({ id: id(n), kind: 'user', verb: `v${n}`, params: {}, actor: null, at: n, schema: 1, undoes: null, accounts: [], ...more });
  const use = (...steps: number[]) => steps.map((at) => ({ step: at, device: 1 }));

  it('are written down once, and only those that are used', () => {
    const steps = [step(1, { accounts: ['a', 'a', 'b'] }), step(2), step(3)];
    const first = takeSteps(t.book.db, steps, use(0, 0, 2, 9));
    expect([...first.keys()]).toEqual([0, 2]);
    expect(takeSteps(t.book.db, steps, use(2, 0))).toEqual(first);
    expect(t.book.db.prepare('SELECT account_id FROM step_account WHERE step = ?').pluck().all(first.get(0))).toEqual(['a', 'b']);
    expect(t.book.db.prepare("SELECT count(*) FROM step WHERE verb = 'v2'").pluck().get()).toBe(0);
  });

  it('undo each other here as they did there, also within one bundle', () => {
    const taken = takeSteps(t.book.db, [step(1), step(2, { kind: 'undo', undoes: id(1) }), step(3, { kind: 'redo', undoes: id(2) }), step(4, { undoes: id(9) })], use(0, 1));
    const undoneBy = (at: number): unknown => t.book.db.prepare('SELECT undone_by FROM step WHERE no = ?').pluck().get(taken.get(at));
    expect(undoneBy(0)).toBe(taken.get(1));
    takeSteps(t.book.db, [step(3, { kind: 'redo', undoes: id(2) })], use(0));
    expect(undoneBy(0)).toBeNull();
  });
});
