import { isAscii, isUtf8 } from 'node:buffer';
import { proposeHeaderRow, readHeader } from '#shared/domain/import/header-row.ts';
import type { FirstRow, Layout, LayoutChoice } from '#shared/domain/import/layout.ts';
import { cleanCell } from '#shared/domain/import/text.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { firstBadLine } from './bad-line.ts';
import { CsvSplitter, type CsvRow } from './csv-splitter.ts';
import { detectEncoding } from './detect-encoding.ts';
import { guessDelimiter, guessQuote, namedDelimiter } from './guess-marks.ts';
import { firstLetters, headBytes } from './head-bytes.ts';

const HEAD_BYTES = 262_144;
const FIRST_ROWS = 15;
/** More columns than anybody can match one by one. */
const MAX_COLUMNS = 2_000;

type TextLayout = Pick<Layout, 'headerRow' | 'quote'> & { encoding: NonNullable<Layout['encoding']>; delimiter: NonNullable<Layout['delimiter']> };

/** The beginning of a file: enough to know its columns. */
export interface FileHead extends TextLayout {
  headers: string[];
  /** The first rows behind the header. */
  rows: string[][];
  /** The first rows that are not blank, whatever they are. */
  firstRows: FirstRow[];
  /** Size of the file in bytes. */
  size: number;
}

async function encodingOf(bytes: Buffer, path: string, size: number, file: string): Promise<TextLayout['encoding']> {
  const rest = size > bytes.length && isAscii(bytes) ? await firstLetters(path) : null;
  const encoding = detectEncoding(bytes, rest);
  if (encoding) return encoding;
  throw new CodedError('encoding-not-supported', { where: { file, ...(isUtf8(bytes) ? {} : { row: await firstBadLine(path, 'utf-8') }) } });
}

/** @returns null for anything but text of the encoding */
function decode(bytes: Buffer, encoding: TextLayout['encoding'], whole: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
    return text.includes('\0') ? null : text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  } catch {
    return null;
  }
}

const whole = (rows: readonly CsvRow[]): FirstRow[] => rows.flatMap(({ row, cells }) => (cells ? [{ row, cells }] : []));

/** Which row names the columns: the one that was chosen, else what the rows themselves propose. */
function headerRowOf(rows: readonly CsvRow[], chosen: number | undefined, file: string, first: number): number {
  const row = chosen ?? proposeHeaderRow(whole(rows.filter((each) => each.row >= first)));
  const broken = rows.find((each) => (chosen === undefined ? each.row <= row : each.row === row) && each.cells === null);
  if (broken) throw new CodedError('import-failed', { where: { file, row: broken.row } });
  return row;
}

/**
 * Reads the head of a text file and finds how it is to be read, as far as that was not chosen.
 * @param file the name a person knows it by
 * @throws CodedError `file-not-found`, `file-not-readable`, `file-empty`, `file-not-table` for too many columns, `encoding-not-supported`, `import-failed` for a header that cannot be read
 */
export async function readHead(path: string, file: string, choice: LayoutChoice = {}): Promise<FileHead> {
  const { bytes, size } = headBytes(path, file, HEAD_BYTES);
  const encoding = choice.encoding ?? await encodingOf(bytes, path, size, file);
  const isWhole = bytes.length === size;
  const text = decode(bytes, encoding, isWhole);
  if (text === null) throw new CodedError('encoding-not-supported', { where: { file, row: await firstBadLine(path, encoding) } });
  const named = namedDelimiter(text);
  const delimiter = choice.delimiter ?? named ?? guessDelimiter(text);
  const quote = choice.quote ?? guessQuote(text, delimiter);
  const rows = new CsvSplitter(delimiter, quote).push(text, isWhole);
  if (rows.length === 0) throw new CodedError(size === 0 || text.trim() === '' ? 'file-empty' : 'import-failed', { where: { file } });
  const headerRow = headerRowOf(rows, choice.headerRow, file, named === null ? 1 : 2);
  const headers = readHeader(whole(rows), headerRow).map(cleanCell);
  if (headers.length === 0) throw new CodedError('file-empty', { where: { file, row: headerRow } });
  if (headers.length > MAX_COLUMNS) throw new CodedError('file-not-table', { where: { file, row: headerRow }, params: { format: '' } });
  return { headers, headerRow, encoding, delimiter, quote, rows: whole(rows).filter(({ row }) => row > headerRow).map(({ cells }) => cells), firstRows: whole(rows).slice(0, FIRST_ROWS), size };
}
