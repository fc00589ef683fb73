import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const paths = ['Vendor', 'PurchaseOrderHeader', 'PurchaseOrderDetail'].map((name) => sharedData(`adventureworks_csv/Purchasing ${name}.csv`));

/** Plain tables without quotes inside values: a split is enough to read them independently. */
function table(path: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').replaceAll('\r', '').trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}

/** `43.2705` as 432705. */
function tenThousandths(text = ''): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole || '0') * 10_000n + BigInt(fraction.padEnd(4, '0').slice(0, 4));
}

describe.skipIf(paths.includes(null))('purchase orders of AdventureWorks (../shared/data/adventureworks_csv)', () => {
  let made: ImportBook;
  let file: string;
  const [vendors = '', heads = '', details = ''] = paths.map((path) => path ?? '');

  beforeAll(async () => {
    made = importBook({ currency: 'USD', timeZone: 'America/Los_Angeles' });
    expect(await made.run(vendors, { kind: 'accounts', mapping: { externalId: 0, name: 2 } })).toMatchObject({ rowsRead: 104, rowsRejected: 0, tables: { account: { created: 104 } } });
    const headOf = new Map(table(heads).map((row) => [row['PurchaseOrderID'], row]));
    const rows = table(details).map((row) => {
      const head = headOf.get(row['PurchaseOrderID'] ?? '');
      return [row['PurchaseOrderID'], head?.['VendorID'], head?.['OrderDate'], row['ProductID'], row['UnitPrice'], row['OrderQty'], row['LineTotal']].join(',');
    });
    file = made.file('purchases.csv', `Order No,Customer ID,Order Date,Product ID,Unit Price,Qty,Line Total\n${rows.join('\n')}\n`);
  });
  afterAll(() => made.dispose());

  const bySum = () => new Map(made.rows(`
    SELECT account.external_id AS id, sum(amount) AS amount FROM order_line JOIN sales_order ON sales_order.id = order_id JOIN account ON account.id = account_id GROUP BY 1`)
    .map(({ id, amount }) => [String(id), BigInt(Number(amount))]));

  it('go in whole although the rows of an order stand apart', async () => {
    const numbers = table(details).map((row) => row['PurchaseOrderID'] ?? '');
    const runs = numbers.filter((no, index) => no !== numbers[index - 1]).length;
    expect(runs).toBeGreaterThan(new Set(numbers).size);
    const summary = await made.run(file);
    expect(summary).toMatchObject({ kind: 'orders', rowsRead: 8_845, rowsRejected: 0, problems: [], tables: { order_line: { created: 8_845 }, sales_order: { created: new Set(numbers).size } } });
  });

  it('come to the totals that the order heads state, vendor by vendor, to the ten-thousandth', () => {
    const expected = new Map<string, bigint>();
    for (const row of table(heads)) {
      const vendor = row['VendorID'] ?? '';
      expected.set(vendor, (expected.get(vendor) ?? 0n) + tenThousandths(row['SubTotal']));
    }
    expect(bySum()).toEqual(expected);
  });

  it('keep dates as written and prices to four places', () => {
    const [first] = table(details);
    const head = table(heads).find((row) => row['PurchaseOrderID'] === first?.['PurchaseOrderID']);
    expect(made.rows(`
      SELECT ordered_on AS day, price FROM order_line JOIN sales_order ON sales_order.id = order_id JOIN product ON product.id = product_id
      WHERE sales_order.external_id = '${first?.['PurchaseOrderID']}' AND product.external_id = '${first?.['ProductID']}'`))
      .toEqual([{ day: head?.['OrderDate']?.slice(0, 10), price: Number(tenThousandths(first?.['UnitPrice'])) }]);
  });

  it('change nothing the second time, and only what was corrected the third', async () => {
    expect(await made.run(file)).toMatchObject({ stepNo: null, tables: { order_line: { created: 0, updated: 0, same: 8_845, removed: 0 } } });
    const lines = readFileSync(file, 'utf8').split('\n');
    const corrected = made.file('corrected.csv', lines.map((line, index) => (index === 4_000 ? line.replace(/[^,]*$/, '1.25') : line)).join('\n'));
    const { stepNo, tables } = await made.run(corrected);
    expect(tables['order_line']).toEqual({ created: 0, updated: 1, same: 8_844, removed: 0 });
    expect(made.rows(`SELECT count(*) AS n FROM change JOIN stamp ON stamp.no = change.stamp WHERE step = ${stepNo}`)).toEqual([{ n: 1 }]);
    const before = bySum();
    undoStep(made.book, stepNo ?? 0);
    expect(bySum()).not.toEqual(before);
    expect(await made.run(file)).toMatchObject({ stepNo: null });
  });
});
