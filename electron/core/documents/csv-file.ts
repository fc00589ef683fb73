import { plainNumber, quoteText, type SheetColumn, type SheetValue } from './sheet.ts';
import type { TableFile } from './table-file.ts';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cell(kind: SheetColumn['kind'], value: SheetValue): string {
  if (value === null) return '';
  return quoted(typeof value === 'number' ? String(plainNumber(kind, value)) : quoteText(value));
}

/** A table as CSV in UTF-8; the mark at its beginning tells spreadsheets so. Dates stay `YYYY-MM-DD`. */
export class CsvFile implements TableFile {
  readonly #columns: readonly SheetColumn[];
  readonly #encoder = new TextEncoder();
  #pieces: Uint8Array<ArrayBuffer>[];

  constructor(columns: readonly SheetColumn[]) {
    this.#columns = columns;
    this.#pieces = [this.#encoder.encode(`\uFEFF${columns.map(({ header }) => cell('text', header)).join(',')}\r\n`)];
  }

  async add(rows: Iterable<readonly SheetValue[]>): Promise<void> {
    let text = '';
    for (const row of rows) text += `${this.#columns.map(({ kind }, at) => cell(kind, row[at] ?? null)).join(',')}\r\n`;
    this.#pieces.push(this.#encoder.encode(text));
  }

  async end(): Promise<Uint8Array<ArrayBuffer>[]> {
    return this.#pieces;
  }

  drop(): void {
    this.#pieces = [];
  }
}
