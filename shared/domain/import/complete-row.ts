import { lineAmount, EXACT_UNIT } from '#shared/kernel/money.ts';
import type { ImportKind } from './model.ts';
import type { ProblemCode } from './problems.ts';
import type { RowValues } from './read-row.ts';

/** What a row lacks, or a value that does not fit. Of several fields any one would have done. */
export interface RowFault { fields: string[]; code: ProblemCode }

const CJK_NAME = /^\p{Script=Han}/u;

/** Joins the parts of a name as its language does: 欧阳样 without a space and surname first, `Ana Trujillo` the other way. */
export function fullName(values: Pick<RowValues<'people'>, 'name' | 'firstName' | 'lastName'>): string | undefined {
  const { name, firstName, lastName } = values;
  if (name !== undefined || lastName === undefined) return name;
  if (firstName === undefined) return lastName;
  return CJK_NAME.test(lastName) ? `${lastName}${firstName}` : `${firstName} ${lastName}`;
}

const missing = (...fields: string[]): RowFault => ({ fields, code: 'missing-value' });

function headFault(values: RowValues<'orderHeads'>): RowFault | null {
  for (const field of ['orderNo', 'orderedOn'] as const) {
    if (values[field] === undefined) return missing(field);
  }
  return values.accountExternalId === undefined && values.accountName === undefined ? missing('accountExternalId', 'accountName') : null;
}

function lineFault(values: RowValues<'orderLines'>): RowFault | null {
  if (values.orderNo === undefined) return missing('orderNo');
  if (values.amount === undefined) {
    if (values.quantity === undefined) return missing('quantity');
    if (values.price === undefined) return missing('price');
    const amount = lineAmount(values.price, values.quantity, values.discount ?? 0);
    if (!Number.isSafeInteger(amount)) return { fields: ['price'], code: 'number-too-large' };
  }
  const cost = lineAmount(values.unitCost ?? 0, values.quantity ?? EXACT_UNIT, 0);
  return Number.isSafeInteger(cost) ? null : { fields: ['unitCost'], code: 'number-too-large' };
}

function personFault(values: RowValues<'people'>): RowFault | null {
  if (values.accountExternalId === undefined && values.accountName === undefined) return missing('accountExternalId', 'accountName');
  return fullName(values) === undefined ? missing('name', 'lastName') : null;
}

function interactionFault(values: RowValues<'interactions'>): RowFault | null {
  if (values.at === undefined) return missing('at');
  if (values.summary === undefined && values.notes === undefined) return missing('summary', 'notes');
  const knownBy = [values.accountExternalId, values.accountName, values.people, values.colleagues];
  return knownBy.every((value) => value === undefined) ? missing('accountExternalId', 'accountName', 'people') : null;
}

const faults: { [K in ImportKind]: (values: RowValues<K>) => RowFault | null } = {
  colleagues: (values) => (fullName(values) === undefined ? missing('name', 'lastName') : null),
  accounts: (values) => (values.name === undefined ? missing('name') : null),
  people: personFault,
  products: (values) => (values.name === undefined ? missing('name') : null),
  orders: (values) => headFault(values) ?? lineFault(values),
  orderHeads: headFault,
  orderLines: lineFault,
  interactions: interactionFault,
};

/** What a row lacks as a whole, after each of its cells was read. */
export function rowFault<K extends ImportKind>(kind: K, values: RowValues<K>): RowFault | null {
  return faults[kind](values);
}
