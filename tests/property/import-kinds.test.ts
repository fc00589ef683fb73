import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { createPlanner } from '#core/features/imports/create-planner.ts';
import { ImportPlan } from '#core/features/imports/import-plan.ts';
import type { ParseBatch, RecordsOf } from '#core/features/imports/parse-job.ts';
import { ImportTally } from '#core/features/imports/import-tally.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import { importKinds, type ImportKind } from '#shared/domain/import/model.ts';
import type { OrderRecord } from '#shared/domain/import/order-record.ts';
import { problemCodes } from '#shared/domain/import/problems.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 15);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const number = fc.constantFrom('1', '2', '3', '4');

/** What a record says, without the numbers of its rows. */
type Said<K extends ImportKind> = RecordsOf[K] extends OrderRecord ? Omit<OrderRecord, 'lines'> & { lines: OrderRecord['lines'][number]['values'][] } : RecordsOf[K] extends { values: infer V } ? V : never;

const day = fc.constantFrom('2026-10-05', '2026-10-06');
const account = fc.constantFrom('X', 'Y', 'gone');
const line = fc.record({ productName: maybe(fc.constantFrom('Bolt', 'Nut', 'Screw')), category: maybe(fc.constantFrom('Small', 'Large')), price: fc.constantFrom(10_000, 20_000), quantity: fc.constantFrom(10_000, 30_000), amount: maybe(fc.constant(5_000)) });
const someNumbered = fc.tuple(line, maybe(fc.constantFrom('P1', 'P2', 'P3'))).map(([values, productExternalId]) => ({ ...values, productExternalId }));
const employee = maybe(fc.constantFrom('周敏', 'Ana'));
/**
 * Each order once with all of its lines, as the parser gives them; of a file that numbers some products only, a name may mean one before
 * the import and two after it. Where rows of such an order could not be read as well, which of its lines a name means stays a guess, so those are left out.
 */
const ordersOf = <T extends { orderNo: string }>(head: fc.Arbitrary<T>) => {
  const files = (partial: fc.Arbitrary<boolean>, each: typeof someNumbered) => fc.uniqueArray(
    fc.tuple(head, partial, fc.array(each, { minLength: 1, maxLength: 3 })).map(([said, isPartial, lines]) => ({ ...said, partial: isPartial, lines })), { selector: ({ orderNo }) => orderNo, maxLength: 4 },
  );
  return fc.oneof(files(fc.constant(false), someNumbered), files(fc.boolean(), line.map((values) => ({ ...values, productExternalId: undefined }))));
};
const any = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 8 });

/** Files whose rows name each other, contradict each other, come twice, and speak of what is not there. */
const filesOf: { [K in ImportKind]: fc.Arbitrary<Said<K>[]> } = {
  colleagues: any(fc.record({ externalId: number, name: fc.constantFrom('周敏', '林晓彤', 'Ana', 'Bo'), department: maybe(fc.constantFrom('东区', '西区')), reportsToExternalId: maybe(fc.constantFrom('1', '2', '3', '9')) })),
  accounts: any(fc.record({ externalId: number, name: fc.constantFrom('A Works', 'B Works', 'C Works', 'D Works'), city: maybe(fc.constantFrom('Wuxi', 'Lyon')), parentExternalId: maybe(fc.constantFrom('1', '2', '3', '9')) })),
  people: any(fc.record({ accountExternalId: account, externalId: number, name: fc.constantFrom('Li Lei', 'Han Mei', 'Bo'), title: maybe(fc.constantFrom('Buyer', 'Owner')), reportsTo: maybe(fc.constantFrom('Li Lei', 'Han Mei', 'Nobody')) })),
  products: any(fc.record({ externalId: number, name: fc.constantFrom('Bolt', 'Nut'), listPrice: maybe(fc.constantFrom(10_000, 20_000)), category: maybe(fc.constant('Small')) })),
  orders: ordersOf(fc.record({ orderNo: number, orderedOn: day, accountExternalId: account, employee, currency: maybe(fc.constantFrom('EUR', 'CNY')) })),
  orderHeads: any(fc.record({ orderNo: number, orderedOn: day, accountExternalId: account, employee })),
  orderLines: ordersOf(fc.record({ orderNo: fc.constantFrom('1', '2', 'O1', 'O2'), orderedOn: fc.constant('') })),
  interactions: any(fc.record({
    externalId: maybe(number), at: fc.constantFrom(1_770_000_000_000, 1_770_000_600_000), accountExternalId: account, summary: fc.constantFrom('Plan', 'Offer'),
    notes: maybe(fc.constantFrom('short', '<p>long</p>')), people: maybe(fc.constantFrom('Pat', 'Nobody', 'Pat; Sam')), colleagues: maybe(fc.constantFrom('周敏', 'Pat')),
  })),
};

/** Gives rows their numbers, as they would stand in a file. */
function numbered<K extends ImportKind>(said: readonly Said<K>[]): RecordsOf[K][] {
  let row = 1;
  const next = (): number => (row += 1);
  return (said as readonly (Said<'orders'> | Said<'accounts'>)[]).map((each) => ('lines' in each ? { ...each, lines: each.lines.map((values) => ({ row: next(), values })) } : { row: next(), values: each }) as RecordsOf[K]);
}

/** Plans and, unless it is a trial, writes the rows as one step, cut into batches, with what only the end of the file tells. */
function run<K extends ImportKind>(made: FeatureBook, kind: K, said: readonly Said<K>[], cut: number, trial: boolean) {
  const { db } = made.book;
  const planner = createPlanner(kind, { db, currency: 'CNY', uuid: () => made.deps.ports.ids.uuid(), now: () => 0, columnOf: (field = '') => field, choices: plainChoices }, trial);
  const records = numbered(said);
  const tally = new ImportTally();
  const carryOut = (plan: ImportPlan): void => {
    if (!trial) plan.run(db);
    tally.addPlan(plan);
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
  return { stepNo, told: { rejected: tally.rejected, ...tally.result() } };
}

describe.each(importKinds)('importing any rows of %s', (kind) => {
  const state = (made: FeatureBook): string => JSON.stringify(tableHashes(made.book.db));

  it('a trial foretells the run, a second run changes nothing, undo restores, the book stays sound', () => {
    const file = filesOf[kind] as fc.Arbitrary<Said<ImportKind>[]>;
    fc.assert(fc.property(file, file, fc.nat(9), (first, second, cut) => {
      const made = featureBook();
      try {
        made.fill((fill) => {
          const [x = '', y = ''] = ['X', 'Y'].map((externalId) => fill.account(`Account ${externalId}`, { externalId }));
          fill.person(x, 'Pat');
          fill.person(y, 'Sam');
          for (const [at, orderNo] of [[x, 'O1'], [y, 'O2'], [x, '2'], [y, '2']] as const) fill.order(at, { on: '2026-10-01', orderNo, lines: [{ product: 'Bolt', price: 10_000 }, { product: 'Nut', price: 20_000 }] });
        });
        for (const rows of [first, second]) {
          const before = state(made);
          const trial = run(made, kind, rows, cut, true);
          expect(state(made)).toBe(before);
          const real = run(made, kind, rows, cut, false);
          expect(real.told).toEqual(trial.told);
          expect(real.told.problems.every(({ code }) => (problemCodes as readonly string[]).includes(code))).toBe(true);
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
  }, 60_000 + 5_000 * RUNS);
});
