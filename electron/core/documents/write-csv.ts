import { plainNumber, quoteText, type SheetColumn, type SheetValue } from './sheet.ts';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cell(kind: SheetColumn['kind'], value: SheetValue): string {
  if (value === null) return '';
  return quoted(typeof value === 'number' ? String(plainNumber(kind, value)) : quoteText(value));
}

/** A table as CSV in UTF-8; the mark at its beginning tells spreadsheets so. Dates stay `YYYY-MM-DD`. */
export function writeCsv(columns: readonly SheetColumn[], rows: readonly (readonly SheetValue[])[]): Uint8Array<ArrayBuffer> {
  const lines = [columns.map(({ header }) => cell('text', header)), ...rows.map((row) => columns.map(({ kind }, at) => cell(kind, row[at] ?? null)))];
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`);
}
