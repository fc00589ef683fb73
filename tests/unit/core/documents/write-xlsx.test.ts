import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetName } from '#core/documents/sheet-name.ts';
import { writeXlsx } from '#core/documents/write-xlsx.ts';
import type { Deck } from '#shared/domain/document/model.ts';
import { madeDeck } from '#tests/builders/made-deck.ts';
import { readWorkbookNaively, type NaiveSheet } from '#tests/fixtures/read-workbook-naively.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-workbook-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const bytesOf = async (deck: Deck): Promise<Buffer> => Buffer.concat(await writeXlsx(deck));

describe('a document as a workbook', () => {
  let bytes: Buffer;
  let sheets: Record<string, unknown[][]>;
  beforeAll(async () => {
    bytes = await bytesOf(madeDeck());
    sheets = Object.fromEntries((await readExcel(bytes)).map(({ sheet, data }) => [sheet, data]));
  });

  it('has the words first, then a sheet for each figure, chart and table named for its page, then the rows behind it', () => {
    expect(Object.keys(sheets)).toEqual(['Business review Q4 2026', 'Results 2026 Q4', 'Results 2026 Q4 2', 'Results 2026 Q4 3', 'Results 2026 Q4 4']);
    expect(sheets['Business review Q4 2026']?.map((row) => row.filter((cell) => cell !== null))).toEqual([
      ['恒岳重工集团'], ['Hengyue'], ['Business review Q4 2026'], ['1 Oct – 23 Nov 2026'], ['Prepared by Lin Xiaotong'], [],
      [2, 'Revenue is above last year', 'Source: 12 lines'], ['Against the same days'], ['A note'], ['Begin with <the trial>.'], ['再谈扩展。'],
      [3, 'What was agreed', 'Source: minutes'], ['In words'], ['Agreed'], ['先在二号炉线验证'], ['Sign in December'], ['Nothing else was agreed.'],
    ]);
  });

  it('numbers are numbers, a nought too; what has none stays a text', () => {
    expect(sheets['Results 2026 Q4']).toEqual([['Revenue', 8.4, "'+12.0%"], ['Tickets', 'none', null]]);
    expect(sheets['Results 2026 Q4 2']).toEqual([['Revenue, ¥M', 'Last year', 'Now'], ['Oct', 4, 6.1], ['Nov', 3.5, 0]]);
    expect(sheets['Results 2026 Q4 3']).toEqual([['Product', 'Share'], ["'=炉线 & <Co>", 0.5], ['Margin', -0.9], ['None', '–'], ['and 3 more', null]]);
    expect(sheets['Results 2026 Q4 4']).toEqual([['Day', 'Product', 'Amount', 'Share'], [new Date('2026-11-20'), "'@炉线", 1234.56, 0.25], ["'--05-12", null, null, null]]);
  });

  it('each number has its format', async () => {
    const zip = await JSZip.loadAsync(bytes);
    const styles = await zip.file('xl/styles.xml')?.async('string') ?? '';
    const codes = [...styles.matchAll(/formatCode="([^"]*)"/g)].map((match) => match[1]);
    expect(codes).toEqual(['yyyy\\-mm\\-dd', '0', '#,##0.0', '#,##0.00', '0.0%', '0.0&quot; pp&quot;']);
    expect(/<cellXfs count="(\d+)"/.exec(styles)?.[1]).toBe(String(3 + codes.length));
    const styleOf = async (sheet: number, cell: string): Promise<number> => Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(await zip.file(`xl/worksheets/sheet${sheet}.xml`)?.async('string') ?? '')?.[1]);
    expect([await styleOf(2, 'B1'), await styleOf(3, 'C3'), await styleOf(4, 'B2'), await styleOf(4, 'B3'), await styleOf(5, 'D2'), await styleOf(5, 'C2'), await styleOf(5, 'A2')]).toEqual([5, 6, 7, 8, 7, 2, 3]);
  });

  it('is read alike by a reader of its own making, and every part it names is there', async () => {
    const path = join(dir, 'own.xlsx');
    writeFileSync(path, bytes);
    const read: NaiveSheet[] = (await readWorkbookNaively(path)).sheets;
    expect(read.map(({ name }) => name)).toEqual(Object.keys(sheets));
    expect(read[4]?.cells.get('2,0')?.isDate).toBe(true);
    const zip = await JSZip.loadAsync(bytes);
    const named = [...(await zip.file('xl/_rels/workbook.xml.rels')?.async('string') ?? '').matchAll(/Target="([^"]+)"/g)].map((match) => `xl/${match[1]}`);
    expect(named.filter((part) => !zip.file(part))).toEqual([]);
  });

  it('a document of words alone is one sheet', async () => {
    const [only, ...others] = await readExcel(await bytesOf(madeDeck({ pages: [], sheets: undefined, title: '年度/复盘' })));
    expect([only?.sheet, others]).toEqual(['年度 复盘', []]);
  });

  it('goes on in the next sheet where one is full, each with the names of the columns', async () => {
    const rows = Array.from({ length: 7 }, (_, n) => ['2026-01-01', `Product ${n}`, n, null]);
    const [sheet] = madeDeck().sheets ?? [];
    const parts = async (count: number, title: string) => {
      const made = sheet && { ...sheet, title, rows: rows.slice(0, count) };
      return (await readExcel(Buffer.concat(await writeXlsx(madeDeck({ pages: [], title: 'Words', sheets: made && [made, made] }), 4)))).slice(1).map((one) => [one.sheet, one.data.length]);
    };
    expect(await parts(7, 'Orders')).toEqual([['Orders', 4], ['Orders (2)', 4], ['Orders (3)', 2], ['Orders 2', 4], ['Orders (2) 2', 4], ['Orders (3) 2', 2]]);
    expect(await parts(3, 'Orders')).toEqual([['Orders', 4], ['Orders 2', 4]]);
    expect((await parts(4, '客'.repeat(40)))[1]).toEqual([`${'客'.repeat(27)} (2)`, 2]);
  });

  it('carries rows by the ten thousand', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => ['2026-01-01', `Product ${n}`, n, null]);
    const [sheet] = madeDeck().sheets ?? [];
    const last = (await readExcel(await bytesOf(madeDeck({ pages: [], sheets: sheet && [{ ...sheet, rows }] })))).at(-1);
    expect(last?.data).toHaveLength(20_001);
    expect(last?.data.at(-1)).toEqual([new Date('2026-01-01'), 'Product 19999', 1.9999, null]);
  });
});

describe('the name of a sheet', () => {
  it.each([
    ['a [b] c:d*e?f/g\\h', 'a b c d e f g h'], ["'quoted'", 'quoted'], ['', 'Sheet'], [' \u0000\u202e ', 'Sheet'], ['History', 'History 1'],
    ['二〇二六年第四季度恒岳重工集团华东大区业务复盘与联合增长计划总览表', '二〇二六年第四季度恒岳重工集团华东大区业务复盘与联合增长计划总'], ['x'.repeat(30) + '𠮷', 'x'.repeat(30)],
  ])('%j is %s', (title, name) => {
    expect(sheetName(title, new Set())).toBe(name);
    expect(name.length).toBeLessThanOrEqual(31);
  });

  it('is unlike all others, also where only capitals differ or there is no room for a number', () => {
    const taken = new Set<string>();
    expect(['Results', 'results', 'RESULTS'].map((title) => sheetName(title, taken))).toEqual(['Results', 'results 2', 'RESULTS 3']);
    const long = Array.from({ length: 12 }, () => sheetName('客'.repeat(40), taken));
    expect(new Set(long).size).toBe(12);
    expect(Math.max(...long.map((name) => name.length))).toBe(31);
  });
});
