import { importFields, type CellType, type FieldSpec } from './fields.ts';
import type { InteractionKind } from '#shared/domain/interaction/model.ts';
import { plainChoices, type ImportChoices } from './choices.ts';
import type { ImportKind, Mapping, RowProblem } from './model.ts';
import { readAnniversary } from './read-anniversary.ts';
import { readCurrency } from './read-currency.ts';
import { readDate } from './read-date.ts';
import { readDays } from './read-days.ts';
import { readFlag } from './read-flag.ts';
import { readFraction, readNumber } from './read-number.ts';
import { readInstant } from './read-instant.ts';
import { readKind } from './read-kind.ts';
import { read, type ReadResult } from './read-result.ts';
import { cleanCell, unquoteText } from './text.ts';

interface TypeValues { text: string; date: string; instant: number; kind: InteractionKind; number: number; money: number; fraction: number; flag: boolean; currency: string; anniversary: string; lunarDay: string; days: number }

/** What a row says: only the fields for which it has a value. Money, numbers and fractions in 1/10,000. */
export type RowValues<K extends ImportKind> = { [F in (typeof importFields)[K][number] as F['id']]?: TypeValues[F['type']] };

export type RowReading<K extends ImportKind> = { ok: true; values: RowValues<K> } | { ok: false; problems: RowProblem[] };

const MAX_SHOWN = 200;

type Reader = (text: string) => ReadResult<string | number | boolean>;

/** How cells of a file are read: IANA name of the book's zone, for times without one, and what the person chose. */
export interface ReadingTerms extends Partial<Pick<ImportChoices, 'dateOrder' | 'decimal'>> { timeZone: string }

function readersFor({ timeZone, dateOrder = plainChoices.dateOrder, decimal = plainChoices.decimal }: ReadingTerms): Record<Exclude<CellType, 'text'>, Reader> {
  return {
    date: (text) => readDate(text, timeZone, dateOrder),
    instant: (text) => readInstant(text, timeZone, dateOrder),
    kind: readKind,
    number: (text) => readNumber(text, decimal),
    money: (text) => readNumber(text, decimal),
    fraction: (text) => readFraction(text, decimal),
    flag: readFlag,
    currency: readCurrency,
    anniversary: (text) => readAnniversary(text, timeZone, dateOrder),
    lunarDay: (text) => readAnniversary(text, timeZone, dateOrder, true),
    days: readDays,
  };
}

function readText(text: string, max: number | undefined): ReadResult<string> {
  return max !== undefined && text.length > max ? { ok: false, error: 'too-long' } : read(text);
}

/** A problem of one cell as it is reported; long values are cut. */
export function cellProblem(row: number, column: string | null, code: RowProblem['code'], value: string | null): RowProblem {
  return { row, column, code, value: value === null ? null : value.slice(0, MAX_SHOWN) };
}

/**
 * Makes the function that reads the cells of one row by a mapping. It knows nothing of other rows or of the book.
 * @param headers names of the columns, for the places of problems
 */
export function rowReader<K extends ImportKind>(kind: K, mapping: Mapping, headers: readonly string[], terms: ReadingTerms) {
  const readers = readersFor(terms);
  const specs: readonly FieldSpec[] = importFields[kind];
  const columns = specs.flatMap((spec) => {
    const index = Object.hasOwn(mapping, spec.id) ? mapping[spec.id] : undefined;
    if (index === undefined) return [];
    const reader: Reader = spec.type === 'text' ? (text) => readText(text, spec.max) : readers[spec.type];
    return [{ id: spec.id, index, reader }];
  });
  return (cells: readonly string[], row: number): RowReading<K> => {
    const values: Record<string, string | number | boolean> = {};
    const problems: RowProblem[] = [];
    for (const { id, index, reader } of columns) {
      const text = unquoteText(cleanCell(cells[index] ?? ''));
      if (text === '') continue;
      const result = reader(text);
      if (result.ok) values[id] = result.value;
      else problems.push(cellProblem(row, headers[index] ?? null, result.error, text));
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, values: values as RowValues<K> };
  };
}
