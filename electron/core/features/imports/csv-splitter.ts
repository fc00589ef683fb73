import Papa from 'papaparse';
import type { ProblemCode } from '#shared/domain/import/problems.ts';

/** One record of the file; `row` counts from 1, blank rows included. */
export type CsvRow = { row: number; cells: string[]; code?: undefined; raw?: undefined } | { row: number; cells: null; code: ProblemCode; /** What stands there, as far as it can be told. */ raw: readonly string[] };

/** A record beyond this many characters is taken for an opened and never closed quotation mark. */
const MAX_RECORD = 1_048_576;

/** How much is parsed at first behind an error, since papaparse reads on to the end before it tells of one: a file full of them would take for ever. */
const CAREFUL = 256;

interface QuoteError { type: string; code: string; row: number; index: number }
interface Parsed { data: string[][]; errors: QuoteError[]; meta: { cursor: number } }

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Leaves off a quotation mark at the end of which it cannot be told yet whether it closes: only spaces stand behind it. */
function withoutDoubt(text: string, quote: string): string {
  const bare = text.trimEnd();
  return bare.length < text.length && bare.endsWith(quote) && !text.endsWith('\n') ? bare.slice(0, -1) : text;
}

/**
 * Splits text that arrives in pieces into records, with papaparse. A quotation error costs the line it stands in and
 * nothing after it: papaparse alone would read the following lines into one field.
 */
export class CsvSplitter {
  readonly #parser: Papa.Parser;
  readonly #quote: string;
  #rest = '';
  #row = 0;
  /** How many characters are parsed at once. */
  #window = Infinity;

  /** @param delimiter one character; lines must end with a bare line feed */
  constructor(delimiter: string, quote = '"') {
    this.#parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: quote });
    this.#quote = quote;
  }

  /** @param final no more text follows: what is left is the last record */
  push(text: string, final: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    this.#rest += text;
    while (this.#rest !== '' && this.#step(rows, final));
    return rows;
  }

  /** Takes what can be taken. @returns whether to go on with what is left */
  #step(rows: CsvRow[], final: boolean): boolean {
    const isAll = this.#window >= this.#rest.length;
    const isLast = final && isAll;
    const parsed: Parsed = this.#parser.parse(isLast ? this.#rest : withoutDoubt(this.#rest.slice(0, this.#window), this.#quote), 0, !isLast);
    const [error] = parsed.errors;
    for (const cells of error ? parsed.data.slice(0, error.row) : parsed.data) this.#take(rows, cells);
    if (error) return this.#skipLine(rows, error.index, error.code === 'MissingQuotes' ? 'quotes-open' : 'quotes-malformed', final);
    this.#rest = isLast ? '' : this.#rest.slice(parsed.meta.cursor);
    this.#window *= 2;
    return !isAll || (this.#rest.length > MAX_RECORD && this.#skipLine(rows, 1, 'quotes-open', final));
  }

  #take(rows: CsvRow[], cells: string[]): void {
    this.#row += 1;
    if (!isBlank(cells)) rows.push({ row: this.#row, cells });
  }

  /** Gives up the line that holds `index` and goes on behind it; waits for its end when that has not arrived. */
  #skipLine(rows: CsvRow[], index: number, code: ProblemCode, final: boolean): boolean {
    const input = this.#rest;
    const end = input.indexOf('\n', index);
    if (end < 0 && !final && input.length - index <= MAX_RECORD) {
      const start: Parsed = this.#parser.parse(input.slice(0, index - 1), 0, true);
      this.#rest = input.slice(start.meta.cursor);
      return false;
    }
    this.#row += 1;
    rows.push({ row: this.#row, cells: null, code, raw: [input.slice(input.lastIndexOf('\n', index - 1) + 1, end < 0 ? undefined : end)] });
    this.#rest = end < 0 ? '' : input.slice(end + 1);
    this.#window = CAREFUL;
    return true;
  }
}
