import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SheetColumn } from '#core/documents/sheet.ts';
import { XlsxFile } from '#core/documents/xlsx-file.ts';
import { SourceFiles } from '#core/features/imports/source-files.ts';
import { madeXlsx } from '#tests/builders/made-xlsx.ts';
import { compare, type Figure } from './compare.ts';

const COLUMNS = 12;

const cellOf = (row: number, column: number): string | number => (column % 3 === 0 ? `客户 ${row} 工业 ${column}` : column % 3 === 1 ? row * 7 + column : (row * 31) / 100);

/** Unpacks the sheet and looks at each of its cells: less than that no reader can do. */
function inflateAndScan(path: string): number {
  const bytes = readFileSync(path);
  let cells = 0;
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const [packed, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const xml = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes.subarray(start, start + packed)) : bytes.subarray(start, start + packed);
    for (let cell = xml.indexOf('<c '); cell >= 0; cell = xml.indexOf('<c ', cell + 3)) cells += 1;
  }
  return cells;
}

/** Puts the same rows into a sheet's XML and packs it: what any writer has to do. */
function writeBare(rows: readonly (readonly (string | number)[])[]): number {
  const xml = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`)).join('')}</row>`).join('');
  return deflateRawSync(Buffer.from(`<worksheet><sheetData>${xml}</sheetData></worksheet>`)).length;
}

/** Workbooks read and written beside the bare work on their bytes. */
export async function workbookFigures(dir: string, workers: { parse: URL }, rows: number, rounds: number): Promise<Figure[]> {
  const data = Array.from({ length: rows }, (_, row) => Array.from({ length: COLUMNS }, (__, column) => cellOf(row, column)));
  const path = join(dir, 'bench.xlsx');
  writeFileSync(path, await madeXlsx({ sheets: [{ name: 'Rows', rows: [Array.from({ length: COLUMNS }, (_, column) => `Column ${column}`), ...data] }] }));
  let turn = 0;
  const read = await compare({
    name: `workbook of ${rows} × ${COLUMNS}, read`, budget: 6, rounds,
    ours: async () => {
      turn += 1;
      await new SourceFiles(workers.parse, join(dir, `staged-${turn}`)).open({ path, name: 'bench.xlsx' });
    },
    limit: () => inflateAndScan(path),
  });
  const columns = Array.from({ length: COLUMNS }, (_, column): SheetColumn => ({ header: `Column ${column}`, kind: column % 3 === 0 ? 'text' : 'number' }));
  const write = await compare({
    name: `workbook of ${rows} × ${COLUMNS}, written`, budget: 2, rounds, limit: () => writeBare(data),
    ours: async () => {
      const file = new XlsxFile(columns);
      await file.add(data);
      await file.end();
    },
  });
  return [read, write];
}
