import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Papa from 'papaparse';
import { cleanCell } from '#shared/domain/import/text.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { firstBadLine } from './bad-line.ts';
import { CsvSplitter } from './csv-splitter.ts';

const HEAD_BYTES = 262_144;

const DELIMITERS = [',', ';', '\t', '|'];

/** The beginning of a file: enough to know its columns. */
export interface FileHead {
  headers: string[];
  /** Number of the header's record, from 1. */
  headerRow: number;
  /** The first rows behind the header. */
  rows: string[][];
  delimiter: string;
  /** Size of the file in bytes. */
  size: number;
}

function readBytes(path: string, file: string): { bytes: Buffer; size: number } {
  if (!existsSync(path)) throw new CodedError('file-not-found', { where: { file } });
  try {
    const { size } = statSync(path);
    const handle = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(Math.min(size, HEAD_BYTES));
      return { bytes: bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0)), size };
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    throw new CodedError('file-not-readable', { where: { file }, cause });
  }
}

/** @returns null for anything but UTF-8 text */
function decode(bytes: Buffer, whole: boolean): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return text.includes('\0') ? null : text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  } catch {
    return null;
  }
}

function guessDelimiter(text: string): string {
  const { meta } = Papa.parse<string[]>(text.trimStart().slice(0, 65_536), { preview: 20, delimitersToGuess: DELIMITERS, skipEmptyLines: 'greedy' });
  return DELIMITERS.includes(meta.delimiter) ? meta.delimiter : ',';
}

/**
 * Reads the head of a CSV file and finds its delimiter and header.
 * @param file the name a person knows it by
 * @throws CodedError `file-not-found`, `file-not-readable`, `file-empty`, `encoding-not-supported`, `import-failed` for a header that cannot be read
 */
export async function readHead(path: string, file: string): Promise<FileHead> {
  const { bytes, size } = readBytes(path, file);
  const whole = bytes.length === size;
  const text = decode(bytes, whole);
  if (text === null) throw new CodedError('encoding-not-supported', { where: { file, row: await firstBadLine(path) } });
  const delimiter = guessDelimiter(text);
  const [header, ...rows] = new CsvSplitter(delimiter).push(text, whole);
  if (!header) throw new CodedError(size === 0 || text.trim() === '' ? 'file-empty' : 'import-failed', { where: { file } });
  if (header.cells === null) throw new CodedError('import-failed', { where: { file, row: header.row } });
  return { headers: header.cells.map(cleanCell), headerRow: header.row, rows: rows.flatMap(({ cells }) => (cells ? [cells] : [])), delimiter, size };
}
