import { matchColumns } from '#shared/domain/import/match-columns.ts';
import type { ImportKind, Inspection } from '#shared/domain/import/model.ts';
import { proposeKind } from '#shared/domain/import/propose-kind.ts';
import { listFields, missingFields } from '#shared/domain/import/required-fields.ts';
import { cleanCell } from '#shared/domain/import/text.ts';
import type { OpenedFile } from './source-files.ts';

const SAMPLES = 3;
const MAX_SAMPLE = 200;
/** Of the first rows: enough to know a header by. */
const MAX_CELLS = 60;

function samplesOf(rows: readonly string[][], index: number): string[] {
  const filled = rows.map((row) => cleanCell(row[index] ?? '').slice(0, MAX_SAMPLE)).filter((text) => text !== '');
  return [...new Set(filled)].slice(0, SAMPLES);
}

/** Proposes what a file holds and which column is what, from its header and first rows. */
export function inspectFile(file: { name: string }, { head: { headers, rows, firstRows }, layout, sheets }: OpenedFile, kind?: ImportKind): Inspection {
  const chosen = kind ?? proposeKind(headers, file.name);
  const mapping = matchColumns(chosen, headers);
  return {
    file: file.name,
    kind: chosen,
    columns: headers.map((header, index) => ({ index, header, samples: samplesOf(rows, index) })),
    mapping,
    fields: listFields(chosen),
    missing: missingFields(chosen, mapping),
    layout,
    sheets,
    firstRows: firstRows.map(({ row, cells }) => ({ row, cells: cells.slice(0, MAX_CELLS).map((cell) => cell.slice(0, MAX_SAMPLE)) })),
  };
}
