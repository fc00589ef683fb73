import { CsvSplitter, type CsvRow } from './csv-splitter.ts';
import type { ParseJob } from './parse-job.ts';
import { textStream } from './text-stream.ts';

/** A part of the file: its rows behind the header, those of a wrong length marked as such. */
export interface RowsPiece { rows: CsvRow[]; bytes: number }

/** @param padded rows end with their last filled cell, as in sheets, so that a short one lacks nothing */
function checkWidth(row: CsvRow, width: number, padded: boolean): CsvRow {
  if (row.cells === null || row.cells.length === width) return row;
  if (padded && row.cells.length < width) return { row: row.row, cells: [...row.cells, ...Array<string>(width - row.cells.length).fill('')] };
  return { row: row.row, cells: null, code: row.cells.length < width ? 'too-few-fields' : 'too-many-fields', raw: row.cells };
}

/** Streams the rows of a file. A row with too many or too few fields is never shifted into place: it comes without cells. */
export async function* fileRows(job: Pick<ParseJob, 'path' | 'file' | 'delimiter' | 'headers' | 'headerRow' | 'encoding' | 'quote' | 'padded'>): AsyncGenerator<RowsPiece> {
  const splitter = new CsvSplitter(job.delimiter, job.quote);
  for await (const { text, bytes, final } of textStream(job.path, job.file, job.encoding)) {
    const rows = splitter.push(text, final).filter((row) => row.row > job.headerRow);
    yield { rows: rows.map((row) => checkWidth(row, job.headers.length, job.padded === true)), bytes };
  }
}
