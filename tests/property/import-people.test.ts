import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { undoStep } from '#core/db/undo.ts';
import { createPlanner } from '#core/features/imports/create-planner.ts';
import { ImportPlan } from '#core/features/imports/import-plan.ts';
import type { ParseBatch, RecordsOf } from '#core/features/imports/parse-job.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import { matchColumns } from '#shared/domain/import/match-columns.ts';
import { importKinds } from '#shared/domain/import/model.ts';
import { problemCodes } from '#shared/domain/import/problems.ts';
import { proposeKind } from '#shared/domain/import/propose-kind.ts';
import { rowReader } from '#shared/domain/import/read-row.ts';
import { missingFields } from '#shared/domain/import/required-fields.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 30);

type PersonRow = RecordsOf['people']['values'];
type AccountRow = RecordsOf['accounts']['values'];

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const accountRow: fc.Arbitrary<AccountRow> = fc.record({ externalId: maybe(fc.constantFrom('C1', 'C2', 'C3')), name: fc.constantFrom('Acme', 'ACME', '远舟', 'Twin'), city: maybe(fc.constantFrom('Wuxi', 'Lyon')) });
const personRow: fc.Arbitrary<PersonRow> = fc.record({
  accountExternalId: fc.constantFrom('A', 'B', 'gone'), externalId: maybe(fc.constantFrom('1', '2')), name: fc.constantFrom('Li Lei', 'li  lei', 'Han Mei'), title: maybe(fc.constantFrom('Buyer', 'Owner')), phone: maybe(fc.constantFrom('030', '021')),
});

/** Plans and, unless it is a trial, writes the rows as one step, cut into batches. */
function run<K extends 'accounts' | 'people'>(made: FeatureBook, kind: K, rows: RecordsOf[K]['values'][], cut: number, trial = false) {
  const { db } = made.book;
  const planner = createPlanner(kind, { db, currency: 'CNY', uuid: () => made.deps.ports.ids.uuid(), now: () => 0, columnOf: (field = '') => field, choices: plainChoices }, trial);
  const records = rows.map((values, index) => ({ row: index + 2, values }) as RecordsOf[K]);
  const plans: ImportPlan[] = [];
  const write = () => {
    for (const part of [records.slice(0, cut), records.slice(cut)]) {
      const plan = new ImportPlan();
      planner.plan({ type: 'batch', records: part, rows: part.length, rejected: 0, skipped: 0, problems: [], bytes: 0 } satisfies ParseBatch<K> as ParseBatch, plan);
      if (!trial) plan.run(db);
      plans.push(plan);
    }
    for (const plan of planner.finish()) {
      if (!trial) plan.run(db);
      plans.push(plan);
    }
  };
  const stepNo = trial ? (write(), 0) : made.book.write({ kind: 'import', verb: `import.${kind}`, params: {} }, write).stepNo;
  const counts = plans.flatMap(({ tables }) => Object.entries(tables)).reduce((sum, [table, { created, updated }]) => sum.set(table, [(sum.get(table)?.[0] ?? 0) + created, (sum.get(table)?.[1] ?? 0) + updated]), new Map<string, [number, number]>());
  return { stepNo, counts, problems: plans.flatMap(({ problems }) => problems) };
}

describe('importing any rows of accounts or people', () => {
  const state = (made: FeatureBook): string => JSON.stringify(tableHashes(made.book.db));

  it.each([['accounts', accountRow], ['people', personRow]] as const)('%s: a trial foretells the run, a second run changes nothing, undo restores', (kind, row: fc.Arbitrary<AccountRow | PersonRow>) => {
    const identified = row.filter(({ externalId }) => externalId !== undefined);
    const nameless = row.filter(({ externalId }) => externalId === undefined);
    const file = fc.oneof(...[identified, nameless, row].map((each) => fc.array(each, { maxLength: 8 })));
    fc.assert(fc.property(file, file, fc.nat(9), (first, second, cut) => {
      const made = featureBook();
      try {
        if (kind === 'people') made.fill((fill) => ['A', 'B'].forEach((externalId) => fill.account(`Account ${externalId}`, { externalId })));
        for (const rows of [first, second]) {
          const before = state(made);
          const trial = run(made, kind, rows, cut, true);
          expect(state(made)).toBe(before);
          const real = run(made, kind, rows, cut);
          expect([real.counts, real.problems]).toEqual([trial.counts, trial.problems]);
          expect(real.problems.every(({ code }) => (problemCodes as readonly string[]).includes(code))).toBe(true);
          if (real.stepNo > 0) {
            undoStep(made.book, real.stepNo);
            expect(state(made)).toBe(before);
            run(made, kind, rows, cut);
          }
          // Of a file that gives ids to some rows only, a name may mean one record before the import and two after it.
          if (new Set(rows.map(({ externalId }) => externalId === undefined)).size > 1) continue;
          const settled = state(made);
          expect(run(made, kind, rows, cut).stepNo).toBe(0);
          expect(state(made)).toBe(settled);
        }
      } finally {
        made.dispose();
      }
    }), { numRuns: RUNS });
  }, 60_000 + 5_000 * RUNS);
});

describe('any header and any cell', () => {
  const header = fc.array(fc.oneof(fc.constantFrom('Name', '客户名称', 'OrderID', '__proto__', 'constructor', 'Amount (USD)', ''), fc.string({ unit: 'grapheme', maxLength: 10 })), { minLength: 1, maxLength: 8 });

  it('give a mapping of columns that are there, each once', () => {
    fc.assert(fc.property(header, fc.constantFrom(...importKinds), (headers, kind) => {
      const columns = Object.values(matchColumns(kind, headers));
      expect(new Set(columns).size).toBe(columns.length);
      expect(columns.every((column) => column >= 0 && column < headers.length)).toBe(true);
      expect(importKinds).toContain(proposeKind(headers, 'any.csv'));
    }), { numRuns: RUNS * 10 });
  });

  it('are read, or refused with row, column and a known code, never more', () => {
    fc.assert(fc.property(fc.constantFrom(...importKinds), fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 18, maxLength: 18 }), (kind, cells) => {
      const headers = cells.map((_, index) => `Column ${index}`);
      const mapping = Object.fromEntries(missingFields(kind, {}).map((field, index) => [field, index]));
      const reading = rowReader(kind, mapping, headers, { timeZone: 'Asia/Shanghai' })(cells, 7);
      if (reading.ok) expect(Object.keys(reading.values).every((field) => Object.hasOwn(mapping, field))).toBe(true);
      else for (const { row, column, code } of reading.problems) expect([row, headers.includes(column ?? ''), (problemCodes as readonly string[]).includes(code)]).toEqual([7, true, true]);
    }), { numRuns: RUNS * 10 });
  });
});
