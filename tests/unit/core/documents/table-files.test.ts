import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import JSZip from 'jszip';
import readExcel from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { cellXml, textCell } from '#core/documents/cell-xml.ts';
import { CsvFile } from '#core/documents/csv-file.ts';
import { PackedPart } from '#core/documents/packed-part.ts';
import type { SheetColumn, SheetValue } from '#core/documents/sheet.ts';
import type { TableFile } from '#core/documents/table-file.ts';
import { XlsxFile } from '#core/documents/xlsx-file.ts';
import { readFile } from '#tests/builders/read-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-tables-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const COLUMNS: SheetColumn[] = [{ header: 'Account', kind: 'text' }, { header: '=Score', kind: 'number' }, { header: 'Revenue', kind: 'money' }, { header: 'Since', kind: 'date' }];

async function bytesOf(file: TableFile, ...pages: (readonly SheetValue[])[][]): Promise<Buffer> {
  for (const page of pages) await file.add(page);
  return Buffer.concat(await file.end());
}

async function readBack(bytes: Buffer): ReturnType<typeof readFile> {
  const path = join(dir, 'table.xlsx');
  writeFileSync(path, bytes);
  return readFile(path, dir);
}

describe('a table as a workbook', () => {
  const rows: SheetValue[][] = [
    ['恒岳 & <Söhne> 🚢', 1.5, 12_345_600, '2024-02-29'], ['=cmd|calc', 0, -1, '1900-03-01'], [null, null, null, null], [' two\r\nlines ', 1e21, 0, '--05-12'], ['_x0041_', Number.NaN, null, '1899-12-31'],
  ];

  it('has numbers as numbers, dates as dates and texts as they are, whatever they look like', async () => {
    const [sheet] = await readExcel(await bytesOf(new XlsxFile(COLUMNS), rows.slice(0, 2), rows.slice(2)), { trim: false });
    expect(sheet?.data).toEqual([
      ['Account', "'=Score", 'Revenue', 'Since'], ['恒岳 & <Söhne> 🚢', 1.5, 1234.56, new Date('2024-02-29')], ["'=cmd|calc", 0, -0.0001, new Date('1900-03-01')],
      [null, null, null, null], [' two\nlines ', 1e21, 0, "'--05-12"], [expect.anything(), null, null, '1899-12-31'],
    ]);
  });

  it('is read by the reader of imports as what went in', async () => {
    const { headers, rows: found } = await readBack(await bytesOf(new XlsxFile(COLUMNS), rows));
    expect(headers).toEqual(['Account', "'=Score", 'Revenue', 'Since']);
    expect(found).toEqual({
      2: ['恒岳 & <Söhne> 🚢', '1.5', '1234.56', '2024-02-29'], 3: ["'=cmd|calc", '0', '-0.0001', '1900-03-01'], 5: [' two\nlines ', '1000000000000000000000', '0', "'--05-12"], 6: ['_x0041_', '', '', '1899-12-31'],
    });
  });

  it('keeps every text that there may be', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '_', 'x', '0', 'D', '&', '<', '>', ']', '"', "'", '\n', '\t', '\u0001', '\u0085', '客', '𠮷', '\uffff'), minLength: 1, maxLength: 20 }).map((inner) => `(${inner})`);
    await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
      const bytes = await bytesOf(new XlsxFile([{ header: 'Text', kind: 'text' }, { header: 'Same', kind: 'text' }]), texts.map((value) => [value, value]));
      expect(Object.values((await readBack(bytes)).rows)).toEqual(texts.map((value) => [value, value]));
    }), { numRuns: 60 });
  });

  it('is an archive that others can open, with a first row that stays in view', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => [`Account ${at} of very many`, at, at, '2026-11-23']);
    const bytes = await bytesOf(new XlsxFile([...COLUMNS, ...Array.from({ length: 24 }, (): SheetColumn => ({ header: 'x', kind: 'text' }))]), many);
    const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
    expect(Object.keys(zip.files)).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']);
    const xml = await zip.file('xl/worksheets/sheet1.xml')?.async('string') ?? '';
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<c r="AB1" s="1" t="inlineStr">');
    expect(xml).toContain('<c r="A3001" t="inlineStr"><is><t>Account 2999 of very many</t></is></c><c r="B3001"><v>2999</v></c>');
    expect(bytes.length).toBeLessThan(xml.length / 4);
  });

  it('without columns or rows is still one', async () => {
    expect((await readExcel(await bytesOf(new XlsxFile([]))))[0]?.data).toEqual([]);
  });

  it('can be given up at any time', async () => {
    const file = new XlsxFile(COLUMNS);
    await file.add(Array.from({ length: 5_000 }, (_, at) => [`Account ${at}`, at, at, null]));
    file.drop();
    await expect(file.end()).rejects.toThrow();
    new XlsxFile(COLUMNS).drop();
  });
});

describe('cells', () => {
  it('hold no more than a spreadsheet takes', () => {
    expect(textCell('A1', 'x'.repeat(40_000))).toHaveLength('<c r="A1" t="inlineStr"><is><t></t></is></c>'.length + 32_767);
  });

  it('are left out where there is nothing', () => {
    expect([textCell('A1', ''), cellXml('A1', 'date', ''), cellXml('A1', 'money', null), cellXml('A1', 'number', Infinity)]).toEqual(['', '', '', '']);
  });

  it('write what XML cannot hold as spreadsheets do', () => {
    expect(cellXml('A1', 'text', '\u0000\u001b_x000d_\ufffe')).toContain('<t>_x0000__x001B__x005F_x000d__xFFFE_</t>');
  });
});

describe('PackedPart', () => {
  it('packs what comes in pieces, with its size and checksum', async () => {
    const part = new PackedPart('a.xml');
    for (const text of ['客', '户', 'x'.repeat(200_000)]) await part.write(text);
    const { pieces, packed, size, checksum } = await part.end();
    const bytes = Buffer.concat(pieces);
    const text = `客户${'x'.repeat(200_000)}`;
    expect([packed, size, checksum]).toEqual([bytes.length, 200_006, crc32(text)]);
    expect(inflateRawSync(bytes).toString()).toBe(text);
  });
});

describe('a table as CSV', () => {
  it('is the same however its rows come', async () => {
    const rows: SheetValue[][] = [['a, "b"', 1, 10_000, '2024-01-01'], ['-1', null, null, null], ['x\ny', 2, 5, null]];
    const whole = await bytesOf(new CsvFile(COLUMNS), rows);
    expect(whole.toString()).toBe("\uFEFFAccount,'=Score,Revenue,Since\r\n\"a, \"\"b\"\"\",1,1,2024-01-01\r\n'-1,,,\r\n\"x\ny\",2,0.0005,\r\n");
    expect(await bytesOf(new CsvFile(COLUMNS), rows.slice(0, 1), [], rows.slice(1))).toEqual(whole);
  });

  it('holds nothing once it is given up', async () => {
    const file = new CsvFile(COLUMNS);
    file.drop();
    expect(await file.end()).toEqual([]);
  });
});
