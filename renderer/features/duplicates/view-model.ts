import type { MergeSide } from '#shared/contract/duplicates.ts';

export type SideName = 'first' | 'second';
type Value = MergeSide['fields'][string];

export interface FieldRow {
  field: string;
  first: Value;
  second: Value;
  /** The side whose value the merged record will have. */
  chosen: SideName;
}

const total = ({ moves }: MergeSide): number => Object.values(moves).reduce((sum, n) => sum + n, 0);

export const otherSide = (side: SideName): SideName => (side === 'first' ? 'second' : 'first');

/** The side that stays unless a person says otherwise: on which more hangs. */
export const likelySurvivor = (first: MergeSide, second: MergeSide): SideName => (total(second) > total(first) ? 'second' : 'first');

const isEmpty = (value: Value): boolean => value === null || value === '' || value === false;

/** A parent that is one of the two cannot stay the parent. */
const offered = (side: MergeSide, other: MergeSide, field: string): Value => {
  const value = side.fields[field] ?? null;
  return field === 'parentId' && (value === other.id || value === side.id) ? null : value;
};

/** The fields in which the two differ. Where nothing was picked, what the one that stays says counts, else what the other says. */
export function fieldRows(first: MergeSide, second: MergeSide, survivor: SideName, picked: Readonly<Record<string, SideName>>): FieldRow[] {
  return Object.keys(first.fields).flatMap((field) => {
    const values = { first: offered(first, second, field), second: offered(second, first, field) };
    if (values.first === values.second || (isEmpty(values.first) && isEmpty(values.second))) return [];
    return [{ field, ...values, chosen: picked[field] ?? (isEmpty(values[survivor]) ? otherSide(survivor) : survivor) }];
  });
}

/** What the survivor is told: only the values that come from the other side. */
export function valuesOf(rows: readonly FieldRow[], survivor: SideName): Record<string, Value> {
  return Object.fromEntries(rows.filter(({ chosen }) => chosen !== survivor).map((row) => [row.field, row[row.chosen]]));
}

/** `customerSince` as the history calls it, `customer_since`. */
export const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
