import { gunzipSync, gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { ImportKind, LeftOutFile, LeftOutRows, RowProblem } from '#shared/domain/import/model.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { quoteText } from '#core/documents/sheet.ts';
import { orderKey } from './order-scan.ts';
import type { CsvRow } from './csv-splitter.ts';
import type { ParseJob } from './parse-job.ts';
import { wantedRows } from './wanted-rows.ts';

/** Words for what is wrong with a row, in the language of the person. */
export type ProblemWords = (problem: RowProblem) => string;

/** Columns behind the others that tell where a row comes from and what is wrong; read back, they fill no field. */
const LEFT_OUT_COLUMNS = ['ballast:row', 'ballast:problem'] as const;

/** No spreadsheet reckons with these. */
const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)*$/;

const textOf = ({ cells, raw }: CsvRow): readonly string[] => cells ?? raw ?? [];

/** Of an order of which a row is missing all rows are kept: imported again alone, the row would be taken for the whole order. */
async function ordersOf(job: ParseJob, problems: ReadonlyMap<number, RowProblem[]>): Promise<Set<string>> {
  const keys = new Set<string>();
  if (job.kind !== 'orders' && job.kind !== 'orderLines') return keys;
  for await (const { rows } of wantedRows(job)) {
    for (const row of rows) if (problems.has(row.row)) keys.add(orderKey(row, job));
  }
  keys.delete('');
  return keys;
}

/**
 * Reads the file once more and keeps the rows that were left out, as they stand in it, with what is wrong.
 * @returns null when there are none
 */
export async function keepLeftOut(book: Book, id: string, job: ParseJob, problems: ReadonlyMap<number, RowProblem[]>, words: ProblemWords, at: number): Promise<string | null> {
  if (problems.size === 0) return null;
  const orders = await ordersOf(job, problems);
  const lines: string[][] = [];
  for await (const { rows } of wantedRows(job)) {
    for (const row of rows) {
      const wrong = problems.get(row.row);
      if (!wrong && (row.cells === null || !orders.has(orderKey(row, job)))) continue;
      const cells = textOf(row);
      const padded = job.headers.map((_, index) => cells[index] ?? '');
      lines.push([...padded, String(row.row), (wrong ?? []).map(words).join(' '), ...cells.slice(job.headers.length)]);
    }
  }
  const csv = Papa.unparse([[...job.headers, ...LEFT_OUT_COLUMNS], ...lines], { newline: '\r\n' });
  book.writeLocal(() => prepared(book.db, 'INSERT INTO left_out (id, file, kind, at, rows, content) VALUES (?, ?, ?, ?, ?, ?)')
    .run(id, job.file, job.kind, at, lines.length, gzipSync(csv)));
  return id;
}

export function listLeftOut(book: Book): LeftOutFile[] {
  return prepared<LeftOutFile>(book.db, 'SELECT id, file, kind, at, rows FROM left_out ORDER BY at DESC').all();
}

/** @throws CodedError `not-found` */
function contentOf(book: Book, id: string): { file: string; kind: ImportKind; csv: string } {
  const { file, kind, content } = found(prepared<{ file: string; kind: ImportKind; content: Buffer }>(book.db, 'SELECT file, kind, content FROM left_out WHERE id = ?').get(id), 'id');
  return { file, kind, csv: gunzipSync(content).toString('utf8') };
}

/** The rows as a CSV file that spreadsheets open as UTF-8. @throws CodedError `not-found` */
export function leftOutAsFile(book: Book, id: string): File {
  const { file, csv } = contentOf(book, id);
  const rows = Papa.parse<string[]>(csv, { newline: '\r\n' }).data.map((cells) => cells.map((cell) => (PLAIN_NUMBER.test(cell) ? cell : quoteText(cell))));
  return new File(['\ufeff', Papa.unparse(rows, { newline: '\r\n' })], `${file.replace(/\.[^.]{1,5}$/, '')} – ballast.csv`, { type: 'text/csv' });
}

/** The first rows, to mend in place. @throws CodedError `not-found` */
export function readLeftOut(book: Book, id: string, limit: number): LeftOutRows {
  const { file, kind, csv } = contentOf(book, id);
  const [headers = [], ...rows] = Papa.parse<string[]>(csv, { newline: '\r\n' }).data;
  const width = headers.length - LEFT_OUT_COLUMNS.length;
  return {
    file, kind, total: rows.length, headers: headers.slice(0, width),
    rows: rows.slice(0, limit).map((cells) => ({ row: Number(cells[width]), problem: cells[width + 1] ?? '', cells: [...cells.slice(0, width), ...cells.slice(width + LEFT_OUT_COLUMNS.length)] })),
  };
}

export function dropLeftOut(book: Book, id: string): void {
  book.writeLocal(() => prepared(book.db, 'DELETE FROM left_out WHERE id = ?').run(id));
}
