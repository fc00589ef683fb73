import { plainXml } from './xml-scanner.ts';

const MAX_SPAN = 1_000;
const MAX_CELLS = 2_000_000;
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', yen: '¥', euro: '€', copy: '©', middot: '·', mdash: '—', ndash: '–', hellip: '…', ldquo: '“', rdquo: '”' };

function plain(text: string): string {
  return plainXml(text.replace(/&(nbsp|yen|euro|copy|middot|mdash|ndash|hellip|ldquo|rdquo);/g, (_, name: string) => NAMED[name] ?? ''));
}

/** Where a tag ends: quotation marks hide its bracket, unless they are never closed. */
function tagEnd(html: string, start: number): number {
  const first = html.indexOf('>', start);
  for (let end = first; end >= 0 && end - start < 4_096; end = html.indexOf('>', end + 1)) {
    const tag = html.slice(start, end);
    if ((tag.split('"').length - 1) % 2 === 0) return end;
  }
  return first;
}

function spanOf(tag: string, name: string): number {
  const found = new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(tag);
  return Math.min(MAX_SPAN, Math.max(1, Number(found?.[1] ?? 1)));
}

/** Gathers the cells of one table; places that a spanning cell covers stay empty, so that no value is shifted. */
class TableCells {
  readonly rows: string[][] = [];
  #row: string[] | null = null;
  #text: string | null = null;
  #span = { columns: 1, rows: 1 };
  #covered: number[] = [];
  #cells = 0;

  openRow(): void {
    this.closeRow();
    this.#row = [];
  }

  openCell(tag: string): void {
    this.closeCell();
    this.#row ??= [];
    this.#text = '';
    this.#span = { columns: spanOf(tag, 'colspan'), rows: spanOf(tag, 'rowspan') };
  }

  text(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  closeCell(): void {
    const [row, text] = [this.#row, this.#text];
    if (row === null || text === null) return;
    this.#text = null;
    this.#skip(row);
    for (let n = 0; n < this.#span.columns; n += 1) {
      if (this.#span.rows > 1) this.#covered[row.length] = this.#span.rows;
      row.push(n === 0 ? text.replace(/[\t ]*\n[\t ]*/g, '\n').replace(/[\t ]{2,}/g, ' ').trim() : '');
      this.#cells += 1;
    }
    if (this.#cells > MAX_CELLS) throw new RangeError('too many cells');
  }

  closeRow(): void {
    this.closeCell();
    const row = this.#row;
    if (row === null) return;
    this.#row = null;
    this.#skip(row);
    this.#covered = this.#covered.map((left) => Math.max(0, (left ?? 0) - 1));
    this.rows.push(row);
  }

  #skip(row: string[]): void {
    while ((this.#covered[row.length] ?? 0) > 0 && row.length < MAX_SPAN * 4) row.push('');
  }
}

/** Steps of reading: a table inside a cell of another is text of that cell. */
function take(table: TableCells, name: string, closing: boolean, tag: string): void {
  switch (name) {
    case 'tr': return closing ? table.closeRow() : table.openRow();
    case 'td':
    case 'th': return closing ? table.closeCell() : table.openCell(tag);
    case 'br': return table.text('\n');
    case 'p':
    case 'div': return table.text(' ');
  }
}

/**
 * The rows of the first table of a page that has more than one, as systems write that call a page a workbook. Tags are
 * read as a browser would forgive them: cells and rows may stay open. Nothing of the page is carried out.
 * @returns empty when there is no table
 * @throws RangeError for more than two million cells
 */
export function htmlRows(html: string): string[][] {
  const tables: TableCells[] = [];
  let depth = 0;
  let at = 0;
  const table = (): TableCells | undefined => (depth > 0 ? tables.at(-1) : undefined);
  while (at < html.length) {
    const found = html.indexOf('<', at);
    const start = found < 0 ? html.length : found;
    table()?.text(plain(html.slice(at, start).replace(/\s+/g, ' ')));
    if (found < 0) break;
    if (html.startsWith('<!--', start)) {
      const end = html.indexOf('-->', start + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const end = tagEnd(html, start);
    if (end < 0) break;
    const tag = html.slice(start + 1, end);
    const [, slash = '', name = ''] = /^(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? [];
    const lower = name.toLowerCase();
    at = end + 1;
    if (slash === '' && (lower === 'script' || lower === 'style')) {
      const close = new RegExp(`</${lower}`, 'gi');
      close.lastIndex = at;
      at = close.exec(html)?.index ?? html.length;
    } else if (lower === 'table') {
      if (slash === '' && depth === 0) tables.push(new TableCells());
      if (slash !== '' && depth === 1) table()?.closeRow();
      depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    } else if (depth === 1) take(tables.at(-1) ?? new TableCells(), lower, slash !== '', tag);
  }
  table()?.closeRow();
  return (tables.find(({ rows }) => rows.length > 1) ?? tables[0])?.rows ?? [];
}
