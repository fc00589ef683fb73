import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';
import { readNaively, sumBy, tenThousandths } from '#tests/fixtures/read-naively.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const names = ['Sales.Customers.csv', 'Warehouse.StockItems.csv', 'Sales.Orders.csv.gz', 'Sales.OrderLines.csv.gz'];
const files = names.map((name) => sharedData(`wideworldimporters/csv/${name}`));

const rowsOf = (path: string | null | undefined): Record<string, string>[] => {
  const bytes = readFileSync(path ?? '');
  return readNaively((path?.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
};

describe.skipIf(files.includes(null))('Wide World Importers (../shared/data/wideworldimporters)', () => {
  let made: ImportBook;
  const [customers, items, orders, lines] = files;
  const steps: (number | null)[] = [];
  beforeAll(async () => {
    made = importBook({ currency: 'USD', timeZone: 'America/Los_Angeles' });
    for (const path of files) {
      const summary = await made.run(path ?? '');
      expect([summary.file, summary.problems, summary.rowsRejected]).toEqual([summary.file, [], 0]);
      steps.push(summary.stepNo);
    }
  }, 180_000);
  afterAll(() => made.dispose());

  const one = (sql: string) => made.rows(sql)[0];

  it('goes in whole: orders first, their lines from a file of their own', () => {
    expect(one(`SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM product) AS products,
      (SELECT count(*) FROM sales_order) AS orders, (SELECT count(*) FROM order_line) AS lines`)).toEqual({ accounts: 663, products: 227, orders: 73_595, lines: 231_412 });
  });

  it('keeps whom each customer is billed to: four hundred have another above them', () => {
    const expected = rowsOf(customers).filter((row) => row['BillToCustomerID'] !== row['CustomerID']).map((row) => `${row['CustomerID']} under ${row['BillToCustomerID']}`).toSorted();
    expect(expected).toHaveLength(400);
    expect(made.rows("SELECT child.external_id || ' under ' || parent.external_id AS said FROM account child JOIN account parent ON parent.id = child.parent_id ORDER BY said").map(({ said }) => said)).toEqual(expected);
  });

  it('gives the sums by customer that whole-number arithmetic gives on the same files', () => {
    const customerOf = new Map(rowsOf(orders).map((row) => [row['OrderID'] ?? '', row['CustomerID'] ?? '']));
    const expected = sumBy(rowsOf(lines), (row) => customerOf.get(row['OrderID'] ?? '') ?? '', (row) => tenThousandths(row['UnitPrice']) * BigInt(row['Quantity'] ?? '0'));
    const found = made.rows(`SELECT account.external_id AS id, sum(amount) AS amount FROM order_line JOIN sales_order ON sales_order.id = order_id JOIN account ON account.id = account_id GROUP BY 1`);
    expect(new Map(found.map(({ id, amount }) => [String(id), BigInt(Number(amount))]))).toEqual(expected);
  });

  it('gives the quantities by product that the file gives, and prices of the list', () => {
    const expected = sumBy(rowsOf(lines), (row) => row['StockItemID'] ?? '', (row) => BigInt(row['Quantity'] ?? '0') * 10_000n);
    const found = made.rows('SELECT product.external_id AS id, sum(quantity) AS quantity FROM order_line JOIN product ON product.id = product_id GROUP BY 1');
    expect(new Map(found.map(({ id, quantity }) => [String(id), BigInt(Number(quantity))]))).toEqual(expected);
    const listed = new Map(rowsOf(items).map((row) => [row['StockItemID'], Number(tenThousandths(row['RecommendedRetailPrice']))]));
    expect(made.rows('SELECT external_id AS id, list_price AS price FROM product').every(({ id, price }) => listed.get(String(id)) === price)).toBe(true);
  });

  it('keeps the days of the orders', () => {
    const expected = sumBy(rowsOf(orders), (row) => (row['OrderDate'] ?? '').slice(0, 7), () => 1n);
    expect(new Map(made.rows('SELECT substr(ordered_on, 1, 7) AS month, count(*) AS n FROM sales_order GROUP BY 1').map(({ month, n }) => [String(month), BigInt(Number(n))]))).toEqual(expected);
  });

  it('changes nothing the second time, and the customers go back as one step', async () => {
    expect(await made.run(customers ?? '')).toMatchObject({ stepNo: null, tables: { account: { same: 663 } } });
    expect(await made.run(lines ?? '', { dryRun: true })).toMatchObject({ rowsRejected: 0, tables: { order_line: { created: 0, updated: 0, removed: 0, same: 231_412 } } });
    for (const step of steps.toReversed()) if (step !== null) undoStep(made.book, step);
    expect(one('SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM product) + (SELECT count(*) FROM sales_order) + (SELECT count(*) FROM order_line) AS left')).toEqual({ left: 0 });
  }, 180_000);
});
