import type { Deck } from '#shared/domain/document/model.ts';
import { cellXml, columnLetters, textCell } from './cell-xml.ts';
import { documentSheets, type BookCell, type BookTable } from './document-sheets.ts';
import { PackedPart, packedText, type PackedEntry } from './packed-part.ts';
import { quoteText } from './sheet.ts';
import { sheetName } from './sheet-name.ts';
import { bookParts, SHEET_TAIL, sheetHead, STYLES, type BookSheet } from './xlsx-parts.ts';
import { zipBytes } from './zip-bytes.ts';

const FLUSH = 131_072;
const SHARE = '0.0%';
/** Rows that a spreadsheet takes on a sheet. */
const MOST_ROWS = 1_048_576;

/** Styles of the formats that this workbook uses, each once. */
class Formats {
  readonly codes: string[] = [];

  style(code: string): number {
    const at = this.codes.indexOf(code);
    return STYLES.own + (at >= 0 ? at : this.codes.push(code) - 1);
  }
}

const numberCell = (place: string, value: number, style: number): string => (Number.isFinite(value) ? `<c r="${place}" s="${style}"><v>${value}</v></c>` : '');

function cellOf(place: string, cell: BookCell, formats: Formats): string {
  if (cell === null) return '';
  if ('text' in cell) return textCell(place, quoteText(cell.text), cell.head ? STYLES.head : STYLES.plain);
  const { value } = cell;
  if ('format' in cell) return numberCell(place, cell.value, formats.style(cell.format));
  if (cell.kind === 'percent') return typeof value === 'number' ? numberCell(place, value, formats.style(SHARE)) : textCell(place, quoteText(value));
  return cellXml(place, cell.kind, typeof value === 'string' ? quoteText(value) : value);
}

async function packedSheet(path: string, widths: readonly number[], rows: Iterable<BookCell[]>, formats: Formats): Promise<PackedEntry> {
  const part = new PackedPart(path);
  let text = sheetHead(widths);
  let no = 0;
  for (const row of rows) {
    no += 1;
    text += `<row r="${no}">${row.map((cell, at) => cellOf(`${columnLetters(at)}${no}`, cell, formats)).join('')}</row>`;
    if (text.length < FLUSH) continue;
    await part.write(text);
    text = '';
  }
  await part.write(text + SHEET_TAIL);
  return part.end();
}

/** A table's rows, cut to what a sheet takes; each sheet begins with the first row, which names the columns. */
function* cutToSheets({ rows }: BookTable, most: number): Generator<Generator<BookCell[]>> {
  const all = rows[Symbol.iterator]();
  const head = all.next();
  let next = all.next();
  function* sheet(): Generator<BookCell[]> {
    if (head.done !== true) yield head.value;
    for (let count = 1; count < most && next.done !== true; count += 1) {
      yield next.value;
      next = all.next();
    }
  }
  do yield sheet();
  while (next.done !== true);
}

/**
 * Writes the numbers of a document as a workbook: real numbers with their formats, texts that no spreadsheet takes for formulas.
 * A table with more rows than a sheet takes goes on in the next one.
 * @param mostRows of a sheet, the first one with the names of its columns among them; at least 2
 * @returns the file's bytes, in pieces
 */
export async function writeXlsx(deck: Deck, mostRows = MOST_ROWS): Promise<Uint8Array<ArrayBuffer>[]> {
  const formats = new Formats();
  const taken = new Set<string>();
  const sheets: BookSheet[] = [];
  const packed: PackedEntry[] = [];
  for (const table of documentSheets(deck)) {
    let part = 0;
    for (const rows of cutToSheets(table, mostRows)) {
      const path = `xl/worksheets/sheet${sheets.length + 1}.xml`;
      sheets.push({ name: xmlName(sheetName(table.title, taken, part += 1)), path });
      packed.push(await packedSheet(path, table.widths, rows, formats));
    }
  }
  const parts = await Promise.all(bookParts(sheets, formats.codes).map(([path, xml]) => packedText(path, xml)));
  return zipBytes([...parts, ...packed]);
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

const xmlName = (name: string): string => name.replaceAll(/[&<"]/g, (mark) => MARKS[mark] ?? mark);
