import { describe, expect, it } from 'vitest';
import type { LogEntry, LoggedRow, LoggedUpdate } from '#core/db/log.ts';
import { planRow } from '#core/db/undo-row.ts';

type Write = [step: number, op: 'insert' | 'delete', row?: LoggedRow] | [step: number, op: 'update', data: LoggedUpdate];

const OPS = { insert: 1, update: 2, delete: 3 } as const;

/** Log entries of one account in the order given; `undoes` names the steps that undo or redo. */
function log(writes: Write[], undoes: Record<number, number> = {}): LogEntry[] {
  const undoneBy = (step: number): number | null => {
    const by = Object.keys(undoes).map(Number).findLast((one) => undoes[one] === step && undoneBy(one) === null);
    return by ?? null;
  };
  return writes.map(([step, op, data], index) => ({
    arrival: index + 1, step, kind: undoes[step] === undefined ? 'user' : 'undo', undoes: undoes[step] ?? null, undoneBy: undoneBy(step),
    table: 'account', key: 'a', op: OPS[op], data: op === 'insert' ? null : JSON.stringify(data ?? {}),
  }));
}

const keptRow = (reason: string, byStep: number | null): object => ({ remove: false, restore: null, update: {}, kept: [{ field: null, from: null, to: null, reason, byStep }] });

describe('a row that the step does not touch', () => {
  it('has no plan', () => {
    expect(planRow(log([[1, 'insert']]), 2, { id: 'a' })).toBeNull();
  });
});

describe('a row that the step inserted', () => {
  it('goes', () => {
    expect(planRow(log([[1, 'insert']]), 1, { id: 'a' })).toEqual({ table: 'account', key: 'a', did: 'insert', remove: true, restore: null, update: {}, kept: [] });
  });

  it('goes with what the step itself wrote on it afterwards', () => {
    expect(planRow(log([[1, 'insert'], [1, 'update', { city: [null, 'Wuxi'] }]]), 1, { id: 'a', city: 'Wuxi' })).toMatchObject({ remove: true, kept: [] });
  });

  it('stays whole when another step changed it, naming the last such step', () => {
    const entries = log([[1, 'insert'], [2, 'update', { city: [null, 'Wuxi'] }], [3, 'update', { city: ['Wuxi', 'Suzhou'] }], [1, 'update', { city: ['Suzhou', 'Jinan'] }]]);
    expect(planRow(entries, 1, { id: 'a', city: 'Jinan' })).toMatchObject({ did: 'insert', ...keptRow('changed-later', 3) });
  });

  it('goes when the later change has been undone, and stays again when that was redone', () => {
    const undone: Write[] = [[1, 'insert'], [2, 'update', { city: [null, 'Wuxi'] }], [3, 'update', { city: ['Wuxi', null] }]];
    expect(planRow(log(undone, { 3: 2 }), 1, { id: 'a', city: null })).toMatchObject({ remove: true });
    const redone = log([...undone, [4, 'update', { city: [null, 'Wuxi'] }]], { 3: 2, 4: 3 });
    expect(planRow(redone, 1, { id: 'a', city: 'Wuxi' })).toMatchObject(keptRow('changed-later', 2));
  });

  it('is gone already when another step deleted it', () => {
    expect(planRow(log([[1, 'insert'], [2, 'delete', { id: 'a' }]]), 1, null)).toMatchObject({ did: 'insert', ...keptRow('gone', 2) });
  });

  it('is gone already when nothing says who took it', () => {
    expect(planRow(log([[1, 'insert']]), 1, null)).toMatchObject(keptRow('gone', null));
  });

  it('stays when another step deleted it and made it anew', () => {
    expect(planRow(log([[1, 'insert'], [2, 'delete', { id: 'a' }], [3, 'insert']]), 1, { id: 'a' })).toMatchObject(keptRow('changed-later', 3));
  });

  it('and deleted again left nothing to undo', () => {
    expect(planRow(log([[1, 'insert'], [1, 'delete', { id: 'a' }]]), 1, null)).toBeNull();
  });
});

describe('a row that the step updated', () => {
  it('goes back field by field; a field that another step wrote later stays and names that step', () => {
    const entries = log([[1, 'insert'], [2, 'update', { city: ['Wuxi', 'Suzhou'], phone: [null, '1'] }], [3, 'update', { phone: ['1', '2'] }]]);
    expect(planRow(entries, 2, { id: 'a', city: 'Suzhou', phone: '2' })).toEqual({
      table: 'account', key: 'a', did: 'update', remove: false, restore: null,
      update: { city: { now: 'Suzhou', back: 'Wuxi' } },
      kept: [{ field: 'phone', from: null, to: '1', reason: 'changed-later', byStep: 3 }],
    });
  });

  it('goes back over several writes of the step to the value before the first', () => {
    const entries = log([[2, 'update', { city: ['Wuxi', 'Suzhou'] }], [2, 'update', { city: ['Suzhou', 'Jinan'] }]]);
    expect(planRow(entries, 2, { id: 'a', city: 'Jinan' })?.update).toEqual({ city: { now: 'Jinan', back: 'Wuxi' } });
  });

  it('has no plan when the step ended where it began', () => {
    const entries = log([[2, 'update', { city: ['Wuxi', 'Suzhou'] }], [2, 'update', { city: ['Suzhou', 'Wuxi'] }]]);
    expect(planRow(entries, 2, { id: 'a', city: 'Wuxi' })).toBeNull();
  });

  it('cannot go back when it has been deleted since, and names who did', () => {
    const entries = log([[2, 'update', { city: ['Wuxi', 'Suzhou'] }], [3, 'delete', { id: 'a', city: 'Suzhou' }]]);
    expect(planRow(entries, 2, null)?.kept).toEqual([{ field: 'city', from: 'Wuxi', to: 'Suzhou', reason: 'gone', byStep: 3 }]);
  });

  it('stays when another step has made the row anew since', () => {
    const entries = log([[2, 'update', { city: ['Wuxi', 'Suzhou'] }], [3, 'delete', { id: 'a' }], [4, 'insert']]);
    expect(planRow(entries, 2, { id: 'a', city: 'Jinan' })).toMatchObject({ update: {}, kept: [{ field: 'city', reason: 'changed-later', byStep: 4 }] });
  });

  it('goes back below a later write that has been undone', () => {
    const entries = log([[1, 'update', { city: ['A', 'B'] }], [2, 'update', { city: ['B', 'C'] }], [3, 'update', { city: ['C', 'B'] }]], { 3: 2 });
    expect(planRow(entries, 1, { id: 'a', city: 'B' })).toMatchObject({ update: { city: { now: 'B', back: 'A' } }, kept: [] });
  });
});

describe('a row that the step deleted', () => {
  it('comes back as it was before the step, also when the step had changed it first', () => {
    const entries = log([[1, 'insert'], [2, 'update', { city: ['Wuxi', 'Suzhou'] }], [2, 'update', { city: ['Suzhou', 'Jinan'] }], [2, 'delete', { id: 'a', city: 'Jinan', phone: '1' }]]);
    expect(planRow(entries, 2, null)).toMatchObject({ did: 'delete', restore: { id: 'a', city: 'Wuxi', phone: '1' }, kept: [] });
  });

  it('does not come back over one of the same key that another step has made since', () => {
    expect(planRow(log([[1, 'insert'], [2, 'delete', { id: 'a' }], [3, 'insert']]), 2, { id: 'a' })).toMatchObject({ did: 'delete', ...keptRow('changed-later', 3) });
  });

  it('does not come back where a row that the log does not know has taken its place', () => {
    expect(planRow(log([[1, 'insert'], [2, 'delete', { id: 'a' }]]), 2, { id: 'a' })).toMatchObject(keptRow('taken', null));
  });

  it('and inserted again goes back in the fields that differ', () => {
    const entries = log([[1, 'insert'], [2, 'delete', { id: 'a', city: 'Wuxi', phone: '1' }], [2, 'insert']]);
    expect(planRow(entries, 2, { id: 'a', city: 'Suzhou', phone: '1' })).toMatchObject({ did: 'update', remove: false, restore: null, update: { city: { now: 'Suzhou', back: 'Wuxi' } }, kept: [] });
  });
});

describe('undo and redo', () => {
  it('undoing the undo of an insert brings the row back', () => {
    expect(planRow(log([[1, 'insert'], [2, 'delete', { id: 'a', city: 'Wuxi' }]], { 2: 1 }), 2, null)).toMatchObject({ restore: { id: 'a', city: 'Wuxi' }, kept: [] });
  });

  it('a step that is undone has nothing left to undo', () => {
    expect(planRow(log([[1, 'insert'], [2, 'delete', { id: 'a' }]], { 2: 1 }), 1, null)).toBeNull();
    expect(planRow(log([[1, 'update', { city: ['A', 'B'] }], [2, 'update', { city: ['B', 'A'] }]], { 2: 1 }), 1, { id: 'a', city: 'A' })).toBeNull();
  });

  it('a step that is redone can be undone again', () => {
    const entries = log([[1, 'update', { city: ['A', 'B'] }], [2, 'update', { city: ['B', 'A'] }], [3, 'update', { city: ['A', 'B'] }]], { 2: 1, 3: 2 });
    expect(planRow(entries, 1, { id: 'a', city: 'B' })?.update).toEqual({ city: { now: 'B', back: 'A' } });
  });

  it('an undo counts as no later write, also when it wrote the field more than once', () => {
    const entries = log([[1, 'update', { city: ['A', 'B'] }], [2, 'update', { city: ['B', 'C'] }], [3, 'update', { city: ['C', 'X'] }], [3, 'update', { city: ['X', 'B'] }]], { 3: 2 });
    expect(planRow(entries, 1, { id: 'a', city: 'B' })).toMatchObject({ update: { city: { now: 'B', back: 'A' } }, kept: [] });
  });

  it('redo keeps what has been written since the undo', () => {
    const entries = log([[1, 'update', { city: ['A', 'B'] }], [2, 'update', { city: ['B', 'A'] }], [3, 'update', { city: ['A', 'C'] }]], { 2: 1 });
    expect(planRow(entries, 2, { id: 'a', city: 'C' })).toMatchObject({ update: {}, kept: [{ field: 'city', reason: 'changed-later', byStep: 3 }] });
  });
});

describe('a step with other steps between its chunks', () => {
  it('goes back to what the other step had written between', () => {
    const entries = log([[1, 'update', { city: [null, 'X'] }], [2, 'update', { city: ['X', 'Y'] }], [1, 'update', { city: ['Y', 'Z'] }]]);
    expect(planRow(entries, 1, { id: 'a', city: 'Z' })).toMatchObject({ update: { city: { now: 'Z', back: 'Y' } }, kept: [] });
  });

  it('keeps the field when the other step wrote last', () => {
    const entries = log([[1, 'update', { city: [null, 'X'] }], [1, 'update', { city: ['X', 'Y'] }], [2, 'update', { city: ['Y', 'Z'] }]]);
    expect(planRow(entries, 1, { id: 'a', city: 'Z' })?.kept).toEqual([{ field: 'city', from: null, to: 'Y', reason: 'changed-later', byStep: 2 }]);
  });
});
