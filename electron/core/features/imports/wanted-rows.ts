import { cleanCell } from '#shared/domain/import/text.ts';
import type { CsvRow } from './csv-splitter.ts';
import { fileRows, type RowsPiece } from './file-rows.ts';
import type { ParseJob } from './parse-job.ts';

export interface WantedPiece extends RowsPiece {
  /** Rows of the piece that the person wanted left out. */
  skipped: number;
}

/** Fields that a program which exports orders as groups writes on the first line of each only. */
const HEAD_FIELDS = ['orderNo', 'orderedOn', 'accountExternalId', 'accountName', 'currency', 'employee'];

/** Makes the function that gives a line without any word on its order those of the line above it. */
function headFiller(job: ParseJob): (row: CsvRow) => CsvRow {
  const columns = HEAD_FIELDS.flatMap((field) => job.mapping[field] ?? []);
  const others = Object.values(job.mapping).filter((column) => !columns.includes(column));
  const isEmpty = (cells: readonly string[], among: readonly number[]): boolean => among.every((column) => cleanCell(cells[column] ?? '') === '');
  let above: readonly string[] | null = null;
  return (row) => {
    if (row.cells === null) above = null;
    else if (above && isEmpty(row.cells, columns) && !isEmpty(row.cells, others)) {
      const head = above;
      return { row: row.row, cells: row.cells.map((cell, index) => (columns.includes(index) ? head[index] ?? '' : cell)) };
    } else above = isEmpty(row.cells, columns) ? null : row.cells;
    return row;
  };
}

/** Streams the rows of a file that the person wants; those that cannot be read always belong to them. */
export async function* wantedRows(job: ParseJob): AsyncGenerator<WantedPiece> {
  const { only } = job.choices;
  const values = new Set(only?.values);
  const isWanted = ({ cells }: CsvRow): boolean => only === null || cells === null || values.has(cleanCell(cells[only.column] ?? ''));
  const filled = job.kind === 'orders' || job.kind === 'orderLines' ? headFiller(job) : (row: CsvRow) => row;
  for await (const { rows, bytes } of fileRows(job)) {
    const wanted = rows.map(filled).filter(isWanted);
    yield { rows: wanted, bytes, skipped: rows.length - wanted.length };
  }
}
