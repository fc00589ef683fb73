import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeckMaker } from '#core/documents/make-deck.ts';
import { readReviewFigures } from '#core/features/reviews/repository.ts';
import { PLAIN_LOOK } from '#shared/domain/document/look.ts';
import { parseExact } from '#shared/kernel/money.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { noPrinter } from '#tests/builders/no-printer.ts';
import { pptxParts } from '#tests/builders/pptx-parts.ts';
import { resourcesDir, testBook, type TestBook } from '#tests/builders/test-book.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const path = sharedData('northwind_csv/orders.csv');
type Row = Record<'OrderID' | 'CompanyName' | 'OrderDate' | 'ProductName' | 'UnitPrice' | 'Quantity' | 'Discount', string>;

const readRows = (): Row[] => Papa.parse<Row>(readFileSync(path ?? '', 'utf8'), { header: true, skipEmptyLines: true }).data;

/** Net worth of CSV rows in 1/10,000, by whole numbers: the price in cents, the discount in per cent. */
function worth(rows: Row[]): number {
  const total = rows.reduce((sum, row) => sum + BigInt(Math.round(Number(row.UnitPrice) * 100)) * BigInt(row.Quantity) * BigInt(100 - Math.round(Number(row.Discount) * 100)), 0n);
  return Number(total);
}

describe.skipIf(path === null)('a review of Northwind (skipped without northwind_csv)', () => {
  const accounts = new Map<string, string>();
  let t: TestBook;
  let rows: Row[];

  beforeAll(() => {
    t = testBook({ currency: 'USD', timeZone: 'America/New_York' });
    rows = readRows();
    t.book.write({ kind: 'user', verb: 'account.create', params: {} }, () => {
      const filler = new BookFiller(t.book.db, { currency: 'USD' });
      for (const [, lines] of Map.groupBy(rows, (row) => row.OrderID)) {
        const [first] = lines;
        if (!first) continue;
        if (!accounts.has(first.CompanyName)) accounts.set(first.CompanyName, filler.account(first.CompanyName));
        filler.order(accounts.get(first.CompanyName) ?? '', {
          on: first.OrderDate.slice(0, 10),
          lines: lines.map((line) => ({ product: line.ProductName, price: parseExact(line.UnitPrice) ?? 0, quantity: parseExact(line.Quantity) ?? 0, discount: parseExact(line.Discount) ?? 0 })),
        });
      }
    });
  });

  afterAll(() => t.dispose());

  const of = (name: string, from: string, to: string): Row[] => rows.filter((row) => row.CompanyName === name && row.OrderDate.slice(0, 10) >= from && row.OrderDate.slice(0, 10) <= to);
  const review = (name: string) => readReviewFigures(t.book.db, accounts.get(name) ?? '', { year: 1998, quarter: 1 }, Date.UTC(1998, 3, 20));

  test('all 89 customers with orders: figures equal the CSV, added up by another way', () => {
    expect(accounts.size).toBe(89);
    for (const name of accounts.keys()) {
      const figures = review(name);
      const now = of(name, '1998-01-01', '1998-03-31');
      expect(figures.current, name).toEqual({ amount: worth(now), margin: null, orders: new Set(now.map((row) => row.OrderID)).size, lines: now.length });
      expect(figures.lastQuarter.amount, name).toBe(worth(of(name, '1997-10-01', '1997-12-31')));
      expect(figures.lastYear.amount, name).toBe(worth(of(name, '1997-01-01', '1997-03-31')));
      for (const product of figures.products) expect(product.amount, product.name).toBe(worth(now.filter((row) => row.ProductName === product.name)));
    }
  });

  test('the deck of the largest carries them into its charts and tables', async () => {
    const name = 'QUICK-Stop';
    const figures = review(name);
    const file = await createDeckMaker({ paths: { dataDir: '', resourcesDir }, pdf: noPrinter }, () => PLAIN_LOOK)(figures, 'en', 'pptx');
    expect(file.name).toBe('QUICK-Stop 1998-Q1.pptx');
    const deck = await pptxParts(await file.arrayBuffer());
    const [lastYear, lastQuarter, now] = await deck.series(1);
    const bars = (series: { values: number[] } | undefined): number => Math.round((series?.values ?? []).reduce((sum, value) => sum + value, 0) * 1e7);
    expect([bars(lastYear), bars(lastQuarter), bars(now)]).toEqual([figures.lastYear.amount, figures.lastQuarter.amount, figures.current.amount]);
    expect(now?.categories).toEqual(['Jan', 'Feb', 'Mar']);
    const total = (await deck.tableRows(3)).at(-1);
    expect(total?.[0]).toBe('Total');
    expect(total?.[1]).toBe((figures.current.amount / 1e7).toFixed(1));
    expect((await deck.slideTexts(1))[1]).toBe(name);
  });
});
