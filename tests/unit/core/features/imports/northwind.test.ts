import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { importBook, type ImportBook } from '#tests/builders/import-book.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const files = ['customers', 'contacts', 'orders'].map((name) => sharedData(`northwind_csv/${name}.csv`));
const source = sharedData('northwind_sqlite/northwind.db');

/** A reader of its own, a character at a time, that shares nothing with the one under test. */
function readNaively(text: string): Record<string, string>[] {
  const records: string[][] = [[]];
  let [cell, quoted] = ['', false];
  for (const [index, letter] of [...text].entries()) {
    if (quoted) {
      if (letter === '"' && text[index + 1] !== '"') quoted = false;
      else cell += letter;
    } else if (letter === '"') quoted = true;
    else if (letter === ',' || letter === '\n') {
      records.at(-1)?.push(cell.replace('\r', ''));
      cell = '';
      if (letter === '\n') records.push([]);
    } else cell += letter;
  }
  const [header = [], ...rows] = records.filter((record) => record.length > 1);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

/** `12.5` as 1250: hundredths, by moving the point in the text. */
function hundredths(text = ''): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
}

const cents = (tenThousandths: bigint): bigint => (tenThousandths + 50n) / 100n;

describe.skipIf(files.includes(null) || source === null)('the Northwind files (../shared/data/northwind_csv)', () => {
  let made: ImportBook;
  const paths = files.map((path) => path ?? '');
  beforeAll(async () => {
    made = importBook({ currency: 'USD', timeZone: 'America/New_York' });
    for (const path of paths) expect(await made.run(path)).toMatchObject({ rowsRejected: 0, problems: [] });
  });
  afterAll(() => made.dispose());

  const one = (sql: string) => made.rows(sql)[0];
  const sums = () => new Map(made.rows(`
    SELECT account.external_id AS id, sum(amount) AS amount FROM order_line JOIN sales_order ON sales_order.id = order_id JOIN account ON account.id = account_id GROUP BY 1`)
    .map(({ id, amount }) => [String(id), cents(BigInt(Number(amount)))]));

  it('go in whole', () => {
    expect(one(`SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM position WHERE title <> '') AS titles,
      (SELECT count(*) FROM sales_order) AS orders, (SELECT count(*) FROM order_line) AS lines, (SELECT count(*) FROM product) AS products`))
      .toEqual({ accounts: 93, people: 93, titles: 93, orders: 830, lines: 2_155, products: 77 });
    expect(one("SELECT name, city, phone, title FROM account JOIN position ON account_id = account.id WHERE external_id = 'ANATR'"))
      .toEqual({ name: 'Ana Trujillo Emparedados y helados', city: 'México D.F.', phone: '(5) 555-4729', title: 'Owner' });
  });

  it('give the sums by customer that plain whole-number arithmetic gives on the same file, to the cent', () => {
    const expected = new Map<string, bigint>();
    for (const row of readNaively(readFileSync(paths[2] ?? '', 'utf8'))) {
      const amount = hundredths(row['UnitPrice']) * BigInt(row['Quantity'] ?? '') * (100n - hundredths(row['Discount']));
      expected.set(row['CustomerID'] ?? '', (expected.get(row['CustomerID'] ?? '') ?? 0n) + amount);
    }
    expect(expected.size).toBe(89);
    expect(sums()).toEqual(new Map([...expected].map(([id, amount]) => [id, cents(amount)])));
  });

  it('give the sums by customer that SQL gives on the database they come from, to the cent', () => {
    const db = new Database(source ?? '', { readonly: true });
    const rows = db.prepare<[], { id: string; amount: number }>(`
      SELECT CustomerID AS id, sum(CAST(round(UnitPrice * 100) AS INTEGER) * Quantity * (100 - CAST(round(Discount * 100) AS INTEGER))) AS amount
      FROM Orders JOIN "Order Details" USING (OrderID) GROUP BY 1`).all();
    db.close();
    expect(sums()).toEqual(new Map(rows.map(({ id, amount }) => [id, cents(BigInt(amount))])));
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(12_657_930_395);
  });

  it('change nothing the second time', async () => {
    const before = [JSON.stringify(tableHashes(made.book.db)), one('SELECT max(arrival) AS n FROM change'), one('SELECT max(no) AS n FROM step')];
    for (const path of paths) {
      const { tables, stepNo } = await made.run(path);
      expect(Object.values(tables).flatMap(({ created, updated, removed }) => [created, updated, removed]).every((n) => n === 0)).toBe(true);
      expect(stepNo).toBeNull();
    }
    expect([JSON.stringify(tableHashes(made.book.db)), one('SELECT max(arrival) AS n FROM change'), one('SELECT max(no) AS n FROM step')]).toEqual(before);
  });

  it('go out again step by step', () => {
    const last = made.rows("SELECT no FROM step WHERE kind = 'import' ORDER BY no DESC").map(({ no }) => Number(no));
    expect(last).toHaveLength(3);
    const left = last.map((no) => {
      undoStep(made.book, no);
      return one('SELECT (SELECT count(*) FROM order_line) AS lines, (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM account) AS accounts');
    });
    expect(left).toEqual([{ lines: 0, people: 93, accounts: 93 }, { lines: 0, people: 0, accounts: 93 }, { lines: 0, people: 0, accounts: 0 }]);
    expect(verifyBook(made.book.db)).toMatchObject({ healthy: true, problems: [] });
  });
});
