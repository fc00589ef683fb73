import { sheetNumber } from '#shared/domain/import/sheet-number.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Sheet, Workbook } from './open-workbook.ts';
import { PlainCell } from './plain-cell.ts';
import { readPart } from './read-part.ts';
import { numberOf, plainCell, TextJoiner } from './read-strings.ts';
import { attribute, type XmlHandler } from './xml-scanner.ts';

/** A row of a sheet, by its number there; cells up to the last that holds something. */
export interface SheetRow { row: number; cells: string[] }

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;
const NUMBER = { kind: 'number', digits: 0 } as const;

/** Zero-based column of a place such as `AB12`; -1 when it is none. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMN) return -1;
  }
  return column - 1;
}

/** Gathers rows from the tags of a sheet. Of merged cells only the first has a value; an error such as `#N/A` is none. */
class SheetHandler implements XmlHandler {
  rows: SheetRow[] = [];
  readonly #book: Workbook;
  readonly #joiner = new TextJoiner();
  readonly #plain = new PlainCell();
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #inValue = false;
  #inCell = false;

  constructor(book: Workbook) {
    this.#book = book;
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag);
    else if (name === 'v') this.#inValue = this.#inCell;
    else if (name === 'row') {
      const row = numberOf(tag, 'r') ?? this.#row + 1;
      // Rows that go back, as broken writers leave them, are counted on, so that none is lost.
      this.#row = row > this.#row ? row : this.#row + 1;
      if (this.#row > MAX_ROW) throw new SyntaxError('a row beyond the last');
      this.#cells = [];
      this.#column = -1;
    } else if (this.#inCell) this.#joiner.open(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else if (this.#inCell) this.#joiner.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') {
      if (this.#cells.length > 0) this.rows.push({ row: this.#row, cells: this.#cells });
    } else if (this.#inCell) this.#joiner.close(name);
  }

  whole(text: string, start: number): number {
    if (this.#inCell || text.charCodeAt(start + 1) !== 99) return -1;
    const cell = this.#plain;
    const end = cell.read(text, start);
    if (end < 0) return -1;
    this.#moveTo(cell.column < 0 ? this.#column + 1 : cell.column);
    this.#type = cell.type;
    this.#style = cell.style;
    this.#value = cell.isInline ? '' : cell.value;
    this.#put(cell.isInline ? plainCell(cell.value) : '');
    return end;
  }

  #moveTo(column: number): void {
    if (column < 0 || column >= MAX_COLUMN) throw new SyntaxError('a cell without a column');
    this.#column = column;
  }

  #openCell(tag: string): void {
    const place = attribute(tag, 'r');
    this.#moveTo(place === null ? this.#column + 1 : columnOf(place));
    this.#type = attribute(tag, 't') ?? 'n';
    this.#style = numberOf(tag, 's') ?? 0;
    this.#value = '';
    this.#inCell = true;
  }

  #closeCell(): void {
    this.#inCell = false;
    this.#put(this.#joiner.take());
  }

  #put(inline: string): void {
    const text = this.#type === 'inlineStr' ? inline || plainCell(this.#value) : this.#text();
    if (text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #text(): string {
    const value = this.#value;
    if (value === '') return '';
    switch (this.#type) {
      case 's': return this.#book.strings[Number(value)] ?? '';
      case 'b': return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
      case 'e': return '';
      case 'n': return sheetNumber(value.trim(), this.#book.formats[this.#style] ?? NUMBER, this.#book.from1904);
      default: return plainCell(value);
    }
  }
}

/**
 * Streams the rows of a sheet that hold something, in their order, a piece at a time.
 * @throws CodedError `file-damaged` with the row behind which it could not be read, without one where it only differs from what was packed
 */
export async function* sheetRows(book: Workbook, sheet: Sheet): AsyncGenerator<SheetRow[]> {
  const handler = new SheetHandler(book);
  let last = 0;
  try {
    for await (const _ of readPart(book.archive, sheet.path, handler)) {
      const { rows } = handler;
      handler.rows = [];
      last = rows.at(-1)?.row ?? last;
      yield rows;
    }
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'file-damaged') throw error;
    const where = { file: book.archive.name, path: sheet.name };
    // A wrong checksum says nothing of where in the sheet it went wrong.
    const anywhere = error.cause === undefined && error.where?.path !== undefined;
    throw new CodedError('file-damaged', { where: anywhere ? where : { ...where, row: (handler.rows.at(-1)?.row ?? last) + 1 }, cause: error });
  }
  yield handler.rows;
}
