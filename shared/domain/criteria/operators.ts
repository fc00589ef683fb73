import type { FieldKind } from './fields.ts';

/**
 * Operators of a rule, named as react-querybuilder names them, and three of ours: dates by their distance from today,
 * and `noneFor`, which also holds where nothing ever happened.
 */
export const operators = [
  '=', '!=', '<', '<=', '>', '>=', 'between', 'in', 'notIn', 'contains', 'doesNotContain', 'beginsWith', 'null', 'notNull',
  'inNextDays', 'inLastDays', 'noneFor',
] as const;
export type Operator = (typeof operators)[number];

const compared: readonly Operator[] = ['>=', '<=', '>', '<', '=', 'between', 'null', 'notNull'];

const byKind: Readonly<Record<FieldKind, readonly Operator[]>> = {
  text: ['in', 'notIn', 'contains', 'doesNotContain', 'beginsWith', '=', '!=', 'null', 'notNull'],
  flag: ['='],
  date: ['inNextDays', 'inLastDays', '>=', '<=', '>', '<', 'between', 'null', 'notNull'],
  money: compared,
  count: compared,
  share: compared,
  days: ['noneFor', ...compared],
};

/** The operators that fit a kind of field, the likeliest first. */
export const operatorsOf = (kind: FieldKind): readonly Operator[] => byKind[kind];

/** What a rule's value has to be: one value, two, a list, a number of days, or nothing at all. */
export function valueShape(operator: Operator): 'one' | 'two' | 'list' | 'days' | 'none' {
  switch (operator) {
    case 'null': case 'notNull': return 'none';
    case 'between': return 'two';
    case 'in': case 'notIn': return 'list';
    case 'inNextDays': case 'inLastDays': case 'noneFor': return 'days';
    default: return 'one';
  }
}
