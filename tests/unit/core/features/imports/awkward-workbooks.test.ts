import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFile, type ReadFile } from '#tests/builders/read-file.ts';
import { readWorkbookNaively, type NaiveCell, type NaiveSheet } from '#tests/fixtures/read-workbook-naively.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const scratch = mkdtempSync(join(tmpdir(), 'ballast-workbooks-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const workbooks = sharedData('xlsx_exceljs');
const path = (name: string): string => join(workbooks ?? '', name);

/** What each file ends in: rows, with the places of those that do not fit, or an error. */
const ends: Record<string, [row: number, code: string][] | 'file-empty' | 'file-damaged'> = {
  '1519293514-KRISHNAPATNAM_LINE_UP.xlsx': [], '1904.xlsx': [], 'bogus-defined-name.xlsx': [], 'chart-sheet.xlsx': [], 'dateIssue.xlsx': [], 'duplicateRowTest.xlsx': 'file-empty', 'fibonacci.xlsx': [], 'formulas.xlsx': [],
  'gold.xlsx': [], 'hidden-test/google-sheets.xlsx': [], 'hidden-test/libre-calc-as-excel-2007-365.xlsx': [], 'hidden-test/libre-calc-as-office-open-xml-spreadsheet.xlsx': [], 'images.xlsx': 'file-empty',
  'invalid-xml.xlsx': [], 'many-columns.xlsx': [[2, 'too-many-fields']], 'missing-bits.xlsx': 'file-damaged', 'shared_string_with_escape.xlsx': [], 'test-issue-1364.xlsx': [], 'test-issue-1575.xlsx': [],
  'test-issue-163.xlsx': [], 'test-issue-1669.xlsx': [], 'test-issue-176.xlsx': [], 'test-issue-1842.xlsx': 'file-empty', 'test-issue-257.xlsx': 'file-empty', 'test-issue-623.xlsx': 'file-empty',
  'test-issue-771.xlsx': 'file-empty', 'test-issue-877.xlsx': [], 'test-issue-880.xlsx': [], 'test-issue-988.xlsx': [], 'test-issue-991.csv': [], 'test-pr-1204.xlsx': [], 'test-pr-1220.xlsx': [],
  'test-pr-567.xlsx': [], 'test-pr-728.xlsx': [], 'test-row-styles.xlsx': [], 'test/data/comments.xlsx': [], 'test/data/test-default-font.xlsx': [],
};
const isBook = (name: string): boolean => name.endsWith('.xlsx');
const readable = Object.entries(ends).flatMap(([name, problems]) => (isBook(name) && Array.isArray(problems) ? [{ name, problems }] : []));
const refused = Object.entries(ends).flatMap(([name, code]) => (Array.isArray(code) ? [] : [{ name, code }]));

/** The words for a cell: numbers with fifteen digits, dates as ISO, times of day alone where there is no day. */
function worded({ value, isDate }: NaiveCell, from1904: boolean): string {
  if (typeof value === 'string') return value;
  if (!isDate) return String(Number(value.toPrecision(15)));
  const instant = new Date(Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30) + Math.round(value * 86_400) * 1_000).toISOString();
  if (value < 1 && !from1904) return instant.slice(11, 19);
  return instant.slice(0, 19).replace('T', ' ').replace(' 00:00:00', '');
}

/** All cells behind the header and the header's own, by place. */
function placed({ headers, headerRow, rows }: ReadFile): Map<string, string> {
  return new Map(Object.entries({ [headerRow]: headers, ...rows }).flatMap(([row, cells]) => cells.flatMap((cell, column): [string, string][] => (cell.trim() === '' ? [] : [[`${row},${column}`, cell]]))));
}

/** What the sheet holds from the header on, but in rows that are named as broken. */
function expectedOf({ cells }: NaiveSheet, from1904: boolean, { headerRow, problems }: ReadFile): Map<string, string> {
  const left = new Set(problems.map(([row]) => row));
  return new Map([...cells].flatMap(([place, cell]): [string, string][] => {
    const row = Number(place.split(',')[0]);
    const text = worded(cell, from1904);
    return row < headerRow || left.has(row) || text.trim() === '' ? [] : [[place, row === headerRow ? text.trim() : text]];
  }));
}

describe.skipIf(workbooks === null)('workbooks (../shared/data/xlsx_exceljs)', () => {
  it('are all spoken of', () => {
    expect(Object.keys(ends).toSorted()).toEqual(readdirSync(path(''), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:xlsx|csv)$/.test(name)).toSorted());
  });

  it.each(readable)('$name holds, sheet by sheet and cell by cell, what its parts say', async ({ name, problems }) => {
    const { sheets, from1904 } = await readWorkbookNaively(path(name));
    const filled = sheets.filter(({ cells }) => cells.size > 0).toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
    expect(filled).not.toEqual([]);
    const found = await read(name);
    expect(found.problems).toEqual(problems);
    for (const sheet of filled) {
      const one = await read(name, sheet.name);
      expect(Object.fromEntries(placed(one)), sheet.name).toEqual(Object.fromEntries(expectedOf(sheet, from1904, one)));
    }
    expect(found.headers).toEqual((await read(name, filled[0]?.name)).headers);
  });

  it.each(refused)('$name is refused: $code', async ({ name, code }) => {
    await expect(read(name)).rejects.toMatchObject({ code, where: { file: name.split('/').at(-1) } });
    const { sheets } = await readWorkbookNaively(path(name));
    if (code === 'file-empty') expect(sheets.flatMap(({ cells }) => [...cells.values()]).filter(({ value }) => String(value).trim() !== '')).toEqual([]);
  });

  it('test-issue-991.csv is no workbook, and is read as the text it is', async () => {
    expect(await read('test-issue-991.csv')).toMatchObject({ headers: ['2019-11-04'], sheets: [], rows: { 2: ['11-04-2019'], 3: ['2019-11-04T10:17:55'] }, problems: [] });
  });
});

function read(name: string, sheet?: string): Promise<ReadFile> {
  return readFile(path(name), scratch, sheet === undefined ? {} : { sheet });
}
