import { plainChoices, type ImportChoices } from '#shared/domain/import/choices.ts';
import { importFields, type CellType } from '#shared/domain/import/fields.ts';
import { matchColumns, type Suits } from '#shared/domain/import/match-columns.ts';
import { matchContent } from '#shared/domain/import/match-content.ts';
import type { ImportKind, Inspection, Mapping } from '#shared/domain/import/model.ts';
import { proposeDateOrder, proposeDecimal, proposeInteractionKind } from '#shared/domain/import/propose-choices.ts';
import { proposeKind } from '#shared/domain/import/propose-kind.ts';
import { listFields, missingFields } from '#shared/domain/import/required-fields.ts';
import { cleanCell } from '#shared/domain/import/text.ts';
import type { Book } from '#core/db/book.ts';
import { recallSource } from './import-sources.ts';
import type { OpenedFile } from './source-files.ts';

const SAMPLES = 3;
const MAX_SAMPLE = 200;
const MAX_VALUES = 30;
/** Of the first rows: enough to know a header by. */
const MAX_CELLS = 60;

function samplesOf(rows: readonly string[][], index: number): string[] {
  const filled = rows.map((row) => cleanCell(row[index] ?? '').slice(0, MAX_SAMPLE)).filter((text) => text !== '');
  return [...new Set(filled)].slice(0, SAMPLES);
}

/** What a column holds, where it is one of a few words, such as a state; nothing for names and numbers. */
function valuesIn(rows: readonly string[][], index: number): string[] {
  const values = new Set(rows.map((row) => cleanCell(row[index] ?? '')));
  return values.size <= MAX_VALUES && values.size < rows.length && [...values].every((value) => value.length <= MAX_SAMPLE) ? [...values].filter((value) => value !== '') : [];
}

/** How well a column's first values suit a field: yes and no are no customer's name, and a filled column goes before an empty one. */
function suitsOf(kind: ImportKind, headers: readonly string[], rows: readonly string[][]): Suits {
  const flags = new Set<string>(importFields[kind].filter((field) => field.type === 'flag').map((field) => field.id));
  const looks = headers.map((_, index) => {
    const filled = rows.map((row) => cleanCell(row[index] ?? '')).filter((text) => text !== '');
    if (filled.length === 0) return 'empty';
    return filled.every((text) => /^(?:true|false)$/i.test(text)) ? 'flag' : 'text';
  });
  return (field, column) => {
    if (looks[column] === 'flag' && !flags.has(field)) return 'no';
    return looks[column] === 'empty' ? 'barely' : 'well';
  };
}

/** The values of the columns that fill fields of some types. */
function valuesOf(kind: ImportKind, mapping: Mapping, rows: readonly string[][], ...types: CellType[]): string[] {
  const columns = importFields[kind].filter((field) => types.includes(field.type)).flatMap(({ id }) => mapping[id] ?? []);
  return columns.flatMap((column) => rows.map((row) => cleanCell(row[column] ?? '')));
}

function proposeChoices(kind: ImportKind, mapping: Mapping, rows: readonly string[][], file: string): ImportChoices {
  return {
    ...plainChoices,
    dateOrder: proposeDateOrder(valuesOf(kind, mapping, rows, 'date', 'instant', 'anniversary')),
    decimal: proposeDecimal(valuesOf(kind, mapping, rows, 'number', 'money', 'fraction')),
    interactionKind: proposeInteractionKind(file),
  };
}

/**
 * Proposes what a file holds, which column is what and how its cells are read: as the last file of these columns, else
 * by its header and first rows.
 */
export function inspectFile(book: Book | null, file: { name: string }, { head: { headers, rows, firstRows }, layout, sheets }: OpenedFile, kind?: ImportKind): Inspection {
  const chosen = kind ?? proposeKind(headers, file.name);
  const known = book && recallSource(book, headers, chosen);
  const columns = headers.map((header, index) => ({ index, header, samples: samplesOf(rows, index), values: valuesIn(rows, index) }));
  const mapping = known?.mapping ?? matchContent(chosen, matchColumns(chosen, headers, suitsOf(chosen, headers, rows)), columns.map(({ samples }) => samples));
  return {
    file: file.name, kind: chosen, columns, mapping,
    fields: listFields(chosen),
    missing: missingFields(chosen, mapping),
    choices: known?.choices ?? proposeChoices(chosen, mapping, rows, file.name),
    remembered: known !== null,
    layout, sheets,
    firstRows: firstRows.map(({ row, cells }) => ({ row, cells: cells.slice(0, MAX_CELLS).map((cell) => cell.slice(0, MAX_SAMPLE)) })),
  };
}
