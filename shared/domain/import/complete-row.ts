import { lineAmount, EXACT_UNIT } from '#shared/kernel/money.ts';
import type { ImportKind } from './model.ts';
import type { ProblemCode } from './problems.ts';
import type { RowValues } from './read-row.ts';

/** What a row lacks, or a value that does not fit. Of several fields any one would have done. */
export interface RowFault { fields: string[]; code: ProblemCode }

const CJK_NAME = /^\p{Script=Han}/u;

/** Joins the parts of a name as its language does: 欧阳样 without a space and surname first, `Ana Trujillo` the other way. */
export function fullName(values: RowValues<'people'>): string | undefined {
  const { name, firstName, lastName } = values;
  if (name !== undefined || lastName === undefined) return name;
  if (firstName === undefined) return lastName;
  return CJK_NAME.test(lastName) ? `${lastName}${firstName}` : `${firstName} ${lastName}`;
}

function orderFault(values: RowValues<'orders'>): RowFault | null {
  for (const field of ['orderNo', 'orderedOn'] as const) {
    if (values[field] === undefined) return { fields: [field], code: 'missing-value' };
  }
  if (values.accountExternalId === undefined && values.accountName === undefined) return { fields: ['accountExternalId', 'accountName'], code: 'missing-value' };
  if (values.amount === undefined) {
    if (values.quantity === undefined) return { fields: ['quantity'], code: 'missing-value' };
    if (values.price === undefined) return { fields: ['price'], code: 'missing-value' };
    const amount = lineAmount(values.price, values.quantity, values.discount ?? 0);
    if (!Number.isSafeInteger(amount)) return { fields: ['price'], code: 'number-too-large' };
  }
  const cost = lineAmount(values.unitCost ?? 0, values.quantity ?? EXACT_UNIT, 0);
  return Number.isSafeInteger(cost) ? null : { fields: ['unitCost'], code: 'number-too-large' };
}

function personFault(values: RowValues<'people'>): RowFault | null {
  if (values.accountExternalId === undefined && values.accountName === undefined) return { fields: ['accountExternalId', 'accountName'], code: 'missing-value' };
  return fullName(values) === undefined ? { fields: ['name', 'lastName'], code: 'missing-value' } : null;
}

const faults: { [K in ImportKind]: (values: RowValues<K>) => RowFault | null } = {
  accounts: (values) => (values.name === undefined ? { fields: ['name'], code: 'missing-value' } : null),
  people: personFault,
  orders: orderFault,
};

/** What a row lacks as a whole, after each of its cells was read. */
export function rowFault<K extends ImportKind>(kind: K, values: RowValues<K>): RowFault | null {
  return faults[kind](values);
}
