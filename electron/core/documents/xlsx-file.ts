import { cellXml, columnLetters, textCell } from './cell-xml.ts';
import { PackedPart, packedText } from './packed-part.ts';
import { quoteText, type SheetColumn, type SheetValue } from './sheet.ts';
import type { TableFile } from './table-file.ts';
import { bookParts, SHEET_PATH, SHEET_TAIL, sheetHead, STYLES } from './xlsx-parts.ts';
import { zipBytes } from './zip-bytes.ts';

const WIDTHS = { text: 24, number: 12, money: 18, date: 12 } as const;
const FLUSH = 131_072;

/** A table as a workbook of one sheet with a header that stays in view: numbers are numbers, dates are dates. */
export class XlsxFile implements TableFile {
  readonly #columns: readonly (SheetColumn & { letters: string })[];
  readonly #sheet = new PackedPart(SHEET_PATH);
  #row = 1;
  #text: string;

  constructor(columns: readonly SheetColumn[]) {
    this.#columns = columns.map((column, at) => ({ ...column, letters: columnLetters(at) }));
    this.#text = `${sheetHead(columns.map(({ kind }) => WIDTHS[kind]))}<row r="1">${this.#columns.map((column) => textCell(`${column.letters}1`, quoteText(column.header), STYLES.head)).join('')}</row>`;
  }

  async add(rows: Iterable<readonly SheetValue[]>): Promise<void> {
    for (const row of rows) {
      this.#row += 1;
      this.#text += this.#rowXml(row);
      if (this.#text.length >= FLUSH) await this.#flush();
    }
  }

  #rowXml(row: readonly SheetValue[]): string {
    let xml = `<row r="${this.#row}">`;
    for (let at = 0; at < this.#columns.length; at += 1) {
      const column = this.#columns[at];
      const value = row[at] ?? null;
      if (column && value !== null) xml += cellXml(`${column.letters}${this.#row}`, column.kind, typeof value === 'string' ? quoteText(value) : value);
    }
    return `${xml}</row>`;
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    await this.#sheet.write(text);
  }

  async end(): Promise<Uint8Array<ArrayBuffer>[]> {
    this.#text += SHEET_TAIL;
    await this.#flush();
    const sheet = await this.#sheet.end();
    const others = await Promise.all(bookParts([{ name: 'Sheet1', path: SHEET_PATH }]).map(([path, xml]) => packedText(path, xml)));
    return zipBytes([...others, sheet]);
  }

  drop(): void {
    this.#sheet.drop();
  }
}
