import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { createPlanner } from '#core/features/imports/create-planner.ts';
import { ImportPlan } from '#core/features/imports/import-plan.ts';
import type { ParseBatch, RecordsOf, SingleKind } from '#core/features/imports/parse-job.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import { problemCodes } from '#shared/domain/import/problems.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 20);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const number = fc.constantFrom('1', '2', '3', '4');

/** Rows that name each other, contradict each other, come twice, and speak of what is not there. */
const rowsOf: { [K in SingleKind]: fc.Arbitrary<RecordsOf[K]['values']> } = {
  colleagues: fc.record({ externalId: number, name: fc.constantFrom('周敏', '林晓彤', 'Ana', 'Bo'), department: maybe(fc.constantFrom('东区', '西区')), reportsToExternalId: maybe(fc.constantFrom('1', '2', '3', '9')) }),
  accounts: fc.record({ externalId: number, name: fc.constantFrom('A Works', 'B Works', 'C Works', 'D Works'), city: maybe(fc.constantFrom('Wuxi', 'Lyon')), parentExternalId: maybe(fc.constantFrom('1', '2', '3', '9')) }),
  people: fc.record({ accountExternalId: fc.constantFrom('X', 'Y', 'gone'), externalId: number, name: fc.constantFrom('Li Lei', 'Han Mei', 'Bo'), title: maybe(fc.constantFrom('Buyer', 'Owner')), reportsTo: maybe(fc.constantFrom('Li Lei', 'Han Mei', 'Nobody')) }),
  products: fc.record({ externalId: number, name: fc.constantFrom('Bolt', 'Nut'), listPrice: maybe(fc.constantFrom(10_000, 20_000)), category: maybe(fc.constant('Small')) }),
  orderHeads: fc.record({ orderNo: number, orderedOn: fc.constantFrom('2026-10-05', '2026-10-06'), accountExternalId: fc.constantFrom('X', 'Y', 'gone'), employee: maybe(fc.constantFrom('周敏', 'Ana')) }),
  interactions: fc.record({
    externalId: maybe(number), at: fc.constantFrom(1_770_000_000_000, 1_770_000_600_000), accountExternalId: fc.constantFrom('X', 'Y', 'gone'), summary: fc.constantFrom('Plan', 'Offer'),
    notes: maybe(fc.constantFrom('short', '<p>long</p>')), people: maybe(fc.constantFrom('Pat', 'Nobody', 'Pat; Sam')), colleagues: maybe(fc.constantFrom('周敏', 'Pat')),
  }),
};

/** Plans and, unless it is a trial, writes the rows as one step, cut into batches, with what only the end of the file tells. */
function run<K extends SingleKind>(made: FeatureBook, kind: K, rows: readonly RecordsOf[K]['values'][], cut: number, trial: boolean) {
  const { db } = made.book;
  const planner = createPlanner(kind, { db, currency: 'CNY', uuid: () => made.deps.ports.ids.uuid(), now: () => 0, columnOf: (field = '') => field, choices: plainChoices }, trial);
  const records = rows.map((values, index) => ({ row: index + 2, values }) as RecordsOf[K]);
  const plans: ImportPlan[] = [];
  const carryOut = (plan: ImportPlan): void => {
    if (!trial) plan.run(db);
    plans.push(plan);
  };
  const work = (): void => {
    for (const part of [records.slice(0, cut), records.slice(cut)]) {
      const plan = new ImportPlan();
      planner.plan({ type: 'batch', records: part, rows: part.length, rejected: 0, skipped: 0, problems: [], bytes: 0 } satisfies ParseBatch<K> as ParseBatch, plan);
      carryOut(plan);
    }
    for (const plan of planner.finish()) carryOut(plan);
  };
  const stepNo = trial ? (work(), 0) : made.book.write({ kind: 'import', verb: `import.${kind}`, params: {} }, work).stepNo;
  const problems = plans.flatMap((plan) => plan.problems);
  return { stepNo, refused: plans.reduce((sum, { rejected }) => sum + rejected, 0), problems };
}

describe.each(Object.keys(rowsOf) as SingleKind[])('importing any rows of %s', (kind) => {
  const state = (made: FeatureBook): string => JSON.stringify(tableHashes(made.book.db));

  it('a trial foretells what is refused, a second run changes nothing, undo restores, the book stays sound', () => {
    const file = fc.array(rowsOf[kind] as fc.Arbitrary<RecordsOf[SingleKind]['values']>, { maxLength: 8 });
    fc.assert(fc.property(file, file, fc.nat(9), (first, second, cut) => {
      const made = featureBook();
      try {
        made.fill((fill) => {
          for (const externalId of ['X', 'Y']) fill.person(fill.account(`Account ${externalId}`, { externalId }), externalId === 'X' ? 'Pat' : 'Sam');
        });
        for (const rows of [first, second]) {
          const before = state(made);
          const trial = run(made, kind, rows, cut, true);
          expect(state(made)).toBe(before);
          const real = run(made, kind, rows, cut, false);
          expect([real.refused, real.problems]).toEqual([trial.refused, trial.problems]);
          expect(real.problems.every(({ code }) => (problemCodes as readonly string[]).includes(code))).toBe(true);
          expect(verifyBook(made.book.db)).toMatchObject({ healthy: true });
          if (real.stepNo > 0) {
            undoStep(made.book, real.stepNo);
            expect(state(made)).toBe(before);
            run(made, kind, rows, cut, false);
          }
          const settled = state(made);
          expect(run(made, kind, rows, cut, false).stepNo).toBe(0);
          expect(state(made)).toBe(settled);
        }
      } finally {
        made.dispose();
      }
    }), { numRuns: RUNS });
  });
});
