import Papa from 'papaparse';
import { delimiters, type Layout } from '#shared/domain/import/layout.ts';
import { CsvSplitter } from './csv-splitter.ts';

type Delimiter = NonNullable<Layout['delimiter']>;

const known = new Set<string>(delimiters);
const isDelimiter = (text: string): text is Delimiter => known.has(text);

const LOOK = 65_536;

/** The delimiter that Excel's own first line names, such as `sep=;`; null when the text has no such line. */
export function namedDelimiter(text: string): Delimiter | null {
  const name = /^"?sep=(.)"?\n/i.exec(text)?.[1] ?? '';
  return isDelimiter(name) ? name : null;
}

/** The delimiter by which the first rows are most alike; a comma when none is better. */
export function guessDelimiter(text: string): Delimiter {
  const { meta } = Papa.parse<string[]>(text.trimStart().slice(0, LOOK), { preview: 20, delimitersToGuess: [...delimiters], skipEmptyLines: 'greedy' });
  return isDelimiter(meta.delimiter) ? meta.delimiter : ',';
}

/** Rows that are not as long as the first. */
function ragged(text: string, delimiter: string, quote: string): number {
  const [first, ...rows] = new CsvSplitter(delimiter, quote).push(text, false);
  return rows.filter(({ cells }) => cells?.length !== first?.cells?.length).length;
}

/** Whether a column has each of its texts between apostrophes, as programs write that quote whatever is no number. */
function isColumnQuoted(text: string, delimiter: string): boolean {
  const [first, ...rows] = new CsvSplitter(delimiter, '"').push(text, false);
  return (first?.cells ?? []).some((_, index) => {
    const filled = rows.map(({ cells }) => cells?.[index] ?? '').filter((cell) => cell !== '');
    return filled.length > 1 && filled.every((cell) => /^'[^]*'$/.test(cell));
  });
}

/** Another quotation mark is taken only where it makes whole what the usual one leaves ragged, or a whole column is written with it: apostrophes stand in names. */
export function guessQuote(text: string, delimiter: string): Layout['quote'] {
  const part = text.slice(0, LOOK);
  if (part.includes('"') || !part.includes("'") || ragged(part, delimiter, "'") > 0) return '"';
  return ragged(part, delimiter, '"') > 0 || isColumnQuoted(part, delimiter) ? "'" : '"';
}
