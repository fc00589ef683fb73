import { describe, expect, it } from 'vitest';
import type { FieldChange, KeptChange, Step } from '#shared/domain/history/model.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import type { ImportSummary, Inspection, Mapping } from '#shared/domain/import/model.ts';
import {
  carriedMapping, changesAnything, fieldOf, importSteps, keptGroups, neededFields, nextInOrder, problemGroups, progressOf, revertGroups, tableRows, withField,
} from '#renderer/features/import/view-model.ts';
import { plainReading } from '#tests/builders/plain-reading.ts';

const counts = (created: number, updated = 0, same = 0, removed = 0) => ({ created, updated, same, removed });

function summaryWith(tables: ImportSummary['tables']): ImportSummary {
  return { kind: 'orders', file: 'orders.csv', dryRun: true, stepNo: null, rowsRead: 5, rowsRejected: 0, cancelled: false, tables, problems: [], rowsIncomplete: 0, rowsSkipped: 0, doubtful: [], leftOut: null };
}

const stepOf = (no: number, kind: Step['kind']): Step => ({ no, kind, verb: 'import.orders', params: {}, actor: null, at: 0, undoes: null, undoneBy: null, changes: 1 });

describe('the mapping', () => {
  it('gives a column to one field and a field to one column', () => {
    expect(withField({ name: 0, city: 1 }, 2, 'name')).toEqual({ city: 1, name: 2 });
    expect(withField({ name: 0, city: 1 }, 0, 'city')).toEqual({ city: 0 });
    expect(withField({ name: 0, city: 1 }, 1, null)).toEqual({ name: 0 });
  });

  it('finds the field of a column, and what is still needed', () => {
    expect(fieldOf({ name: 0 }, 0)).toBe('name');
    expect(fieldOf({ name: 0 }, 1)).toBeNull();
    expect(neededFields('accounts', {})).toEqual(['name']);
    expect(neededFields('orders', { orderNo: 0, orderedOn: 1, accountName: 2, amount: 3 })).toEqual([]);
    expect(neededFields('orders', { orderNo: 0, orderedOn: 1, accountName: 2 })).toEqual(['price', 'quantity']);
  });

  it('is carried over from an earlier file with the same columns', () => {
    const inspection = (kind: Inspection['kind'], header: string): Inspection => ({ ...plainReading, file: 'x', kind, columns: [{ index: 0, header, samples: [], values: [] }], mapping: { name: 0 }, fields: [], missing: [], choices: plainChoices, remembered: false });
    const earlier: Array<{ inspection: Inspection | null; mapping: Mapping }> = [{ inspection: inspection('accounts', 'A'), mapping: { alias: 0 } }, { inspection: null, mapping: {} }];
    expect(carriedMapping(inspection('accounts', 'A'), earlier)).toEqual({ alias: 0 });
    expect(carriedMapping(inspection('accounts', 'B'), earlier)).toEqual({ name: 0 });
    expect(carriedMapping(inspection('people', 'A'), earlier)).toEqual({ name: 0 });
  });
});

describe('files', () => {
  it('come accounts first, then people, then orders, those done left out', () => {
    const file = (id: number, kind: Inspection['kind'] | null, done = false) => ({ id, kind, done });
    expect(nextInOrder([file(1, 'orders'), file(2, 'people'), file(3, 'accounts', true), file(4, null)])?.id).toBe(2);
    expect(nextInOrder([file(1, 'people'), file(2, 'people')])?.id).toBe(1);
    expect(nextInOrder([file(1, 'people', true)])).toBeNull();
  });
});

describe('the outcome', () => {
  it('tells tables in their order and leaves out those nothing happens to', () => {
    const rows = tableRows(summaryWith({ order_line: counts(9), product: counts(0), sales_order: counts(2, 1, 0, 3), unknown: counts(1) }));
    expect(rows.map(({ table }) => table)).toEqual(['sales_order', 'order_line']);
    expect(rows[0]).toEqual({ table: 'sales_order', created: 2, updated: 1, same: 0, removed: 3 });
  });

  it('changes nothing when all is there already', () => {
    expect(changesAnything(summaryWith({ account: counts(0, 0, 93) }))).toBe(false);
    expect(changesAnything(summaryWith({ account: counts(0, 0, 93, 1) }))).toBe(true);
    expect(changesAnything(summaryWith({}))).toBe(false);
  });

  it('groups problems, the most frequent first', () => {
    const problem = (code: string) => ({ row: 2, column: null, code, value: null });
    expect(problemGroups([problem('a'), problem('b'), problem('b')])).toEqual([{ code: 'b', count: 2 }, { code: 'a', count: 1 }]);
  });
});

describe('progress', () => {
  const event = { type: 'progress', rows: 50, bytes: 400, totalBytes: 1000 } as const;
  it('counts rows where the trial run has counted them, else bytes', () => {
    expect(progressOf(event, 200)).toEqual({ done: 50, total: 200, fraction: 0.25 });
    expect(progressOf(event, null)).toEqual({ done: 50, total: null, fraction: 0.4 });
    expect(progressOf({ ...event, rows: 300 }, 200).fraction).toBe(1);
    expect(progressOf({ ...event, totalBytes: 0 }, 0)).toEqual({ done: 50, total: null, fraction: null });
  });
});

describe('reverting', () => {
  const change = (table: string, key: string, op: FieldChange['op'], label: string | null = null): FieldChange => ({ table, key, label, op, field: null, from: null, to: null });
  const kept = (key: string, reason: KeptChange['reason'], label: string | null): KeptChange => ({ ...change('account', key, 'update', label), reason, byStep: null, byActor: null });

  it('counts rows, not fields, by table', () => {
    const preview = { step: stepOf(1, 'import'), reverts: [change('account', 'a', 'insert'), change('account', 'b', 'update'), change('account', 'b', 'update'), change('person', 'a', 'insert')], kept: [], revertCount: 4, keptCount: 0 };
    expect(revertGroups(preview)).toEqual({
      partial: false,
      groups: [{ table: 'account', op: 'insert', rows: 1 }, { table: 'account', op: 'update', rows: 1 }, { table: 'person', op: 'insert', rows: 1 }],
    });
    expect(revertGroups({ ...preview, revertCount: 600 }).partial).toBe(true);
  });

  it('names what is kept and why', () => {
    const groups = keptGroups([kept('a', 'changed-later', 'Ernst'), kept('a', 'changed-later', 'Ernst'), kept('b', 'changed-later', null), kept('c', 'gone', 'Gone')]);
    expect(groups).toEqual([{ reason: 'changed-later', rows: 2, labels: ['Ernst'] }, { reason: 'gone', rows: 1, labels: ['Gone'] }]);
    expect(keptGroups(['a', 'b', 'c', 'd'].map((key) => kept(key, 'taken', key)))[0]?.labels).toEqual(['a', 'b', 'c']);
  });

  it('lists the steps of imports', () => {
    expect(importSteps([stepOf(3, 'user'), stepOf(2, 'import'), stepOf(1, 'undo')]).map(({ no }) => no)).toEqual([2]);
  });
});
