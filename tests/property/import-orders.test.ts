import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { createPlanner } from '#core/features/imports/create-planner.ts';
import { readHead } from '#core/features/imports/file-head.ts';
import { ImportPlan } from '#core/features/imports/import-plan.ts';
import { parseOrders } from '#core/features/imports/parse-orders.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';
import { matchColumns } from '#shared/domain/import/match-columns.ts';
import { lineAmount } from '#shared/kernel/money.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 25);

interface Line { product: string; price: number; quantity: number }
interface Order { no: string; account: string; day: number; lines: Line[] }

const line: fc.Arbitrary<Line> = fc.record({ product: fc.constantFrom('P1', 'P2', 'P3'), price: fc.integer({ min: 0, max: 999 }), quantity: fc.integer({ min: 1, max: 3 }) });
const order: fc.Arbitrary<Order> = fc.record({
  no: fc.constantFrom('1', '2', '10', 'A-7', '订单3'), account: fc.constantFrom('C1', 'C2'), day: fc.integer({ min: 1, max: 28 }), lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});
const file = fc.uniqueArray(order, { selector: ({ no }) => no, maxLength: 5 }).chain((orders) => {
  const rows = orders.flatMap(({ no, account, day, lines }) => lines.map(({ product, price, quantity }) => `${no},${account},2024-03-${String(day).padStart(2, '0')},${product},${price / 100},${quantity}`));
  return fc.shuffledSubarray(rows, { minLength: rows.length }).map((shuffled) => ({ orders, rows: shuffled }));
});

/** The same parts that a run puts together, without its worker thread. @returns number of the step, 0 when nothing was written */
async function importRows(made: FeatureBook, rows: string[]): Promise<number> {
  const path = join(made.dir, 'orders.csv');
  writeFileSync(path, `OrderID,CustomerID,OrderDate,Product,UnitPrice,Quantity\n${rows.join('\n')}\n`);
  const head = await readHead(path, 'orders.csv');
  const { db } = made.book;
  const planner = createPlanner('orders', { db, currency: 'CNY', uuid: () => made.deps.ports.ids.uuid(), now: () => 0, columnOf: () => null, choices: plainChoices }, false);
  const plans: ImportPlan[] = [];
  const job = { ...head, path, file: 'orders.csv', kind: 'orders' as const, mapping: matchColumns('orders', head.headers), timeZone: 'UTC', choices: plainChoices };
  for await (const event of parseOrders(job, 'orders')) {
    if (event.type !== 'batch') continue;
    const plan = new ImportPlan();
    planner.plan(event, plan);
    plans.push(plan);
  }
  expect(plans.flatMap(({ problems }) => problems)).toEqual([]);
  return made.book.write({ kind: 'import', verb: 'import.orders', params: {} }, () => plans.forEach((plan) => plan.run(db))).stepNo;
}

/** What the book holds, as the file would say it; lines of an order sorted, since their places may differ. */
const held = (made: FeatureBook): Record<string, unknown>[] => made.book.db.prepare<[], Record<string, unknown>>(`
  SELECT sales_order.external_id AS no, account.external_id AS account, ordered_on AS day, product.name AS product, price, quantity, amount
  FROM order_line JOIN sales_order ON sales_order.id = order_id JOIN account ON account.id = account_id JOIN product ON product.id = product_id
  ORDER BY no, product, price, quantity`).all();

function model(files: { orders: Order[] }[]): Record<string, unknown>[] {
  const orders = new Map(files.flatMap((each) => each.orders.map((one) => [one.no, one] as const)));
  const lines = [...orders.values()].flatMap(({ no, account, day, lines: of }) => of.map(({ product, price, quantity }) => ({
    no, account, day: `2024-03-${String(day).padStart(2, '0')}`, product, price: price * 100, quantity: quantity * 10_000, amount: lineAmount(price * 100, quantity * 10_000, 0),
  })));
  const sortKey = (each: (typeof lines)[number]): [Buffer, string, number, number] => [Buffer.from(each.no), each.product, each.price, each.quantity];
  return lines.toSorted((a, b) => {
    const [x, y] = [sortKey(a), sortKey(b)];
    return Buffer.compare(x[0], y[0]) || (x[1] < y[1] ? -1 : Number(x[1] > y[1])) || x[2] - y[2] || x[3] - y[3];
  });
}

describe('importing order files one after the other', () => {
  it('leaves what the last file says of each order, changes nothing when repeated, and goes back step by step', async () => {
    await fc.assert(fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
      const made = featureBook();
      try {
        made.fill((fill) => ['C1', 'C2'].forEach((externalId) => fill.account(`Account ${externalId}`, { externalId })));
        const states: [step: number, before: string][] = [];
        for (const [index, { rows }] of files.entries()) {
          const before = JSON.stringify(tableHashes(made.book.db));
          const step = await importRows(made, rows);
          if (step > 0) states.push([step, before]);
          expect(held(made)).toEqual(model(files.slice(0, index + 1)));
          expect(await importRows(made, rows)).toBe(0);
        }
        expect(verifyBook(made.book.db)).toMatchObject({ healthy: true });
        for (const [step, before] of states.toReversed()) {
          undoStep(made.book, step);
          expect(JSON.stringify(tableHashes(made.book.db))).toBe(before);
        }
      } finally {
        made.dispose();
      }
    }), { numRuns: RUNS });
  });
});
