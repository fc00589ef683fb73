import type { Row, SheetData } from 'write-excel-file/node';
import { plainNumber, quoteText, type SheetColumn, type SheetValue } from './sheet.ts';

const FORMATS = { money: '#,##0.00', date: 'yyyy-mm-dd' } as const;
const WIDTHS = { text: 24, number: 12, money: 18, date: 12 } as const;

function cell(kind: SheetColumn['kind'], value: SheetValue): Row[number] {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value: plainNumber(kind, value), ...(kind === 'money' ? { format: FORMATS.money } : {}) };
  // Dates of a sheet have no zone: midnight UTC is the day itself.
  if (kind === 'date') return { type: Date, value: new Date(`${value}T00:00:00Z`), format: FORMATS.date };
  return { type: String, value: quoteText(value) };
}

/** A table as a workbook of one sheet with a header that stays in view: numbers are numbers, dates are dates. */
export async function writeXlsx(columns: readonly SheetColumn[], rows: readonly (readonly SheetValue[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: write } = await import('write-excel-file/node');
  const head: Row = columns.map(({ header }) => ({ type: String, value: quoteText(header), fontWeight: 'bold' }));
  const data: SheetData = [head, ...rows.map((row) => columns.map(({ kind }, at) => cell(kind, row[at] ?? null)))];
  const made = write(data, { columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })), stickyRowsCount: 1 });
  return new Uint8Array(await made.toBuffer());
}
