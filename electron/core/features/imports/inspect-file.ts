import { matchColumns } from '#shared/domain/import/match-columns.ts';
import type { ImportKind, Inspection } from '#shared/domain/import/model.ts';
import { proposeKind } from '#shared/domain/import/propose-kind.ts';
import { listFields, missingFields } from '#shared/domain/import/required-fields.ts';
import { cleanCell } from '#shared/domain/import/text.ts';
import { readHead } from './file-head.ts';

const SAMPLES = 3;
const MAX_SAMPLE = 200;

function samplesOf(rows: readonly string[][], index: number): string[] {
  const filled = rows.map((row) => cleanCell(row[index] ?? '').slice(0, MAX_SAMPLE)).filter((text) => text !== '');
  return [...new Set(filled)].slice(0, SAMPLES);
}

/** Proposes what a file holds and which column is what, from its header and first rows. */
export async function inspectFile(file: { path: string; name: string }, kind?: ImportKind): Promise<Inspection> {
  const { headers, rows } = await readHead(file.path, file.name);
  const chosen = kind ?? proposeKind(headers, file.name);
  const mapping = matchColumns(chosen, headers);
  return {
    file: file.name,
    kind: chosen,
    columns: headers.map((header, index) => ({ index, header, samples: samplesOf(rows, index) })),
    mapping,
    fields: listFields(chosen),
    missing: missingFields(chosen, mapping),
  };
}
