import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { openWorkbook } from '#core/features/imports/workbook/open-workbook.ts';
import { PlainCell } from '#core/features/imports/workbook/plain-cell.ts';
import { sheetRows, type SheetRow } from '#core/features/imports/workbook/sheet-rows.ts';
import { madeXlsx } from '#tests/builders/made-xlsx.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-cuts-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const LOCAL_BYTES = 30;

/** A file whose reads bring no more than so many bytes each; what is packed then comes in pieces cut anywhere. */
function inPieces(file: FileHandle, sizes: readonly number[]): FileHandle {
  let turn = 0;
  const read = (buffer: Buffer, offset: number, length: number, position: number) => {
    turn += 1;
    return file.read(buffer, offset, length <= LOCAL_BYTES ? length : Math.min(length, sizes[turn % sizes.length] ?? length), position);
  };
  return Object.assign(Object.create(file) as FileHandle, { read });
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const coded = (text: string): string => [...text].map((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`).join('');

type Written = (text: string, place: string, shared: (si: string) => number) => string;

/** How programs write one and the same text into a cell, the usual ones first. */
const WRITTEN: readonly Written[] = [
  (text, place, shared) => `<c r="${place}" s="1" t="s"><v>${shared(`<t>${escape(text)}</t>`)}</v></c>`,
  (text, place) => `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`,
  (text, place) => `<c t="str" r="${place}"><f>A1&lt;"&gt;"</f><v>${escape(text)}</v></c>`,
  (text, place, shared) => `<c cm="1" t='s' r='${place}'><v>${shared(`<r><rPr><b/></rPr><t>${escape(text.slice(0, 1))}</t></r><r><t xml:space="preserve">${escape(text.slice(1))}</t></r><rPh sb="0" eb="1"><t>aside</t></rPh>`)}</v></c>`,
  (text, place) => `<x:c r="${place}" t="inlineStr"><x:is><x:t>${coded(text)}</x:t></x:is></x:c>`,
  (text, place) => `<c r="${place}"\n t = "?" t="str"><!-- <c r="A1"> --><f t="array" ref=">">1</f><v>${escape(text)}</v><extLst/></c>`,
  (text, place) => `<c r="${place}" t="inlineStr"><is><t><![CDATA[${text}]]></t></is></c>`,
];

const letter = fc.constantFrom('a', 'Z', '9', ' ', '<', '>', '&', '"', "'", '客', '户', 'é', '𠮷', '🚢', '\n');
// Halves of letters that are written as two must not be parted, as the rich text above would.
const text = fc.tuple(fc.constantFrom('A', '恒'), fc.string({ unit: letter, maxLength: 12 }), fc.constantFrom('z', '岳')).map((parts) => parts.join(''));
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.record({ text, way: fc.nat(WRITTEN.length - 1) }) },
  { weight: 1, arbitrary: fc.constantFrom({ text: '', way: 'e' }, { text: 'TRUE', way: 'b' }, { text: '2020-11-20', way: 'date' }, { text: '', way: 'none' }) },
);

const OTHERS: Readonly<Record<string, (place: string) => string>> = {
  e: (place) => `<c r="${place}" t="e"><v>#N/A</v></c>`, b: (place) => `<c r="${place}" t="b"><v>1</v></c>`,
  date: (place) => `<c r="${place}" s="1"><v>44155</v></c>`, none: (place) => `<c r="${place}" s="1"/>`,
};

const SHEET = 'xl/worksheets/sheet1.xml';

/** Rows of a workbook with this one sheet. @param sizes see `inPieces` */
async function rowsOf(xml: string, strings: string[], sizes: readonly number[]): Promise<SheetRow[]> {
  const path = join(dir, 'cut.xlsx');
  writeFileSync(path, await madeXlsx({ sheets: [{ name: 'a' }], strings, formats: ['yyyy-mm-dd'], stored: true, parts: { [SHEET]: xml } }));
  const book = await openWorkbook(path, 'cut.xlsx');
  try {
    const found: SheetRow[] = [];
    const archive = { ...book.archive, file: inPieces(book.archive.file, sizes) };
    for await (const rows of sheetRows({ ...book, archive }, { name: 'a', path: SHEET })) found.push(...rows);
    return found;
  } finally {
    await book.close();
  }
}

const SEED = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>客户 &amp; "Name"</t></is></c><c r="B1" t="s"><v>0</v></c></row>
  <row r="3"><c r="A3" s="1"><v>44155</v></c><c r="C3" t="b"><v>1</v></c><c t="str" r="D3"><f>A1</f><v>abc</v></c><c r="E3" s="2"/></row></sheetData></worksheet>`;
const SCRAPS = ['', '', '"', "'", '<', '>', '/', ' ', '=', '&lt;', '<c r="B1"/>', '<c>', '</c>', '<v>', '</v>', '<f>', '</f>', '<is>', '<t>', '</t>', '</is>', '</row>', '<row r="9">', ' s="1"', ' t="s"', ' r="ZZZZ1"', ' t="inlineStr"', '<!-- -->', '<![CDATA[', ']]>', 'x:', '_x000D_'];
const scrap = fc.record({ at: fc.nat(SEED.length), drop: fc.nat(5), put: fc.constantFrom(...SCRAPS) });

describe('a sheet of which something was broken', () => {
  it('says the same where its cells are read at one go as where they are read tag by tag', async () => {
    const outcome = async (xml: string): Promise<unknown> => {
      try {
        return await rowsOf(xml, ['<t>shared</t>'], [4_096]);
      } catch (error) {
        return error instanceof CodedError ? [error.code, error.where] : error;
      }
    };
    let sound = 0;
    await fc.assert(fc.asyncProperty(fc.array(scrap, { minLength: 1, maxLength: 3 }), async (scraps) => {
      const xml = scraps.reduce((made, { at, drop, put }) => made.slice(0, at) + put + made.slice(at + drop), SEED);
      const quick = await outcome(xml);
      const slow = vi.spyOn(PlainCell.prototype, 'read').mockReturnValue(-1);
      const tagged = await outcome(xml);
      slow.mockRestore();
      expect(quick).toEqual(tagged);
      if (Array.isArray(quick) && typeof quick[0] === 'object') sound += 1;
    }), { numRuns: 400 });
    // Of sheets that are all broken beyond reading it would show little.
    expect(sound).toBeGreaterThan(40);
  }, 120_000);
});

describe('a sheet that is cut anywhere between its bytes', () => {
  it('has the same rows, however its cells are written', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }), fc.boolean(),
      async (cells, sizes, marked) => {
        const strings: string[] = [];
        const shared = (si: string): number => strings.push(si) - 1;
        const xml = cells.map((row, at) => `<row r="${at + 1}">${row.map(({ text: value, way }, column) => {
          const place = `${String.fromCharCode(65 + column)}${at + 1}`;
          return typeof way === 'number' ? WRITTEN[way]?.(value, place, shared) : OTHERS[way]?.(place);
        }).join(' ')}</row>`).join('\n');
        const found = await rowsOf(`${marked ? '\ufeff' : ''}<?xml version="1.0"?><worksheet><sheetData>${xml}</sheetData></worksheet>`, strings, sizes);
        const expected = cells.map((row, at) => ({ row: at + 1, cells: row.map(({ text: value }) => value) })).map(({ row, cells: values }) => ({ row, cells: values.slice(0, values.findLastIndex((value) => value !== '') + 1) }));
        expect(found).toEqual(expected.filter(({ cells: values }) => values.length > 0));
      },
    ), { numRuns: 200 });
  }, 120_000);
});
