import type { ImportKind, RowProblem } from '#shared/domain/import/model.ts';
import { rowFault } from '#shared/domain/import/complete-row.ts';
import { cellProblem, rowReader, type RowValues } from '#shared/domain/import/read-row.ts';
import type { CsvRow } from './csv-splitter.ts';
import type { ParseJob } from './parse-job.ts';

export type DecodedRow<K extends ImportKind> =
  | { ok: true; row: number; values: RowValues<K> }
  | { ok: false; row: number; problems: RowProblem[] };

/** Header of the column that the first mapped one of the fields is read from; null when none is mapped. */
export function columnOf(job: Pick<ParseJob, 'mapping' | 'headers'>, ...fields: string[]): string | null {
  const field = fields.find((id) => Object.hasOwn(job.mapping, id));
  return field === undefined ? null : job.headers[job.mapping[field] ?? -1] ?? null;
}

/** Makes the function that turns a row of the file into values or named problems. */
export function rowDecoder<K extends ImportKind>(kind: K, job: ParseJob): (row: CsvRow) => DecodedRow<K> {
  const read = rowReader(kind, job.mapping, job.headers, { timeZone: job.timeZone, ...job.choices });
  return ({ row, cells, code }) => {
    if (cells === null) return { ok: false, row, problems: [cellProblem(row, null, code, null)] };
    const reading = read(cells, row);
    if (!reading.ok) return { ok: false, row, problems: reading.problems };
    const fault = rowFault(kind, reading.values);
    if (!fault) return { ok: true, row, values: reading.values };
    return { ok: false, row, problems: [cellProblem(row, columnOf(job, ...fault.fields), fault.code, null)] };
  };
}
