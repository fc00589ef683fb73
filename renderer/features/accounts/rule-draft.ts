import { criteriaField, type FieldKind } from '#shared/domain/criteria/fields.ts';
import { fitsRule, type Rule } from '#shared/domain/criteria/model.ts';
import { operatorsOf, valueShape, type Operator } from '#shared/domain/criteria/operators.ts';
import { isIsoDate } from '#shared/kernel/dates.ts';

/** A condition as it is typed: every value is text until it is applied. */
export interface RuleDraft {
  field: string;
  operator: Operator;
  values: string[];
}

/** Fields and measures offered for a filter, the most asked for first. */
export const filterFields: readonly string[] = [
  'city', 'industry', 'region', 'country', 'isKey', 'orders.amount@12m', 'orders.margin@12m', 'interactions.daysSinceLast', 'contractEnd', 'customerSince',
  'tasks.nextDue', 'tasks.openCount', 'tasks.lateCount', 'orders.daysSinceLast', 'orders.count@12m', 'orders.amount@3m', 'interactions.count@12m',
  'name', 'alias', 'externalId', 'postalCode', 'phone', 'website',
];

const kindOf = (field: string): FieldKind => criteriaField(field)?.kind ?? 'text';

/** Factor between what a person types and what is kept. */
const factorOf = (kind: FieldKind): number => (kind === 'money' ? 10_000 : kind === 'share' ? 0.01 : 1);

export function newDraft(field: string): RuleDraft {
  const kind = kindOf(field);
  const operator = operatorsOf(kind)[0] ?? '=';
  return { field, operator, values: kind === 'flag' ? ['true'] : [] };
}

/** Keeps what was typed only where the new operator can use it. */
export function withOperator(draft: RuleDraft, operator: Operator): RuleDraft {
  const same = valueShape(operator) === valueShape(draft.operator);
  return { ...draft, operator, values: same ? draft.values : draft.values.slice(0, 1) };
}

export function draftOf({ field, operator, value }: Rule): RuleDraft {
  const kind = kindOf(field);
  const days = valueShape(operator) === 'days';
  const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== undefined);
  return { field, operator, values: values.map((one) => (typeof one === 'number' && !days ? String(one / factorOf(kind)) : String(one))) };
}

function readValue(kind: FieldKind, days: boolean, text: string): string | number | boolean | null {
  const typed = text.trim();
  if (kind === 'flag') return typed === 'true';
  if (days || (kind !== 'text' && kind !== 'date')) {
    const number = Number(typed.replaceAll(/[,，\s]/g, ''));
    if (typed === '' || !Number.isFinite(number)) return null;
    if (days) return number;
    return kind === 'share' ? number * factorOf(kind) : Math.round(number * factorOf(kind));
  }
  if (kind === 'date' && !isIsoDate(typed)) return null;
  return typed === '' ? null : typed;
}

/** The condition that a draft means; null while something is missing or not of its kind. */
export function ruleOf({ field, operator, values }: RuleDraft): Rule | null {
  const kind = kindOf(field);
  const shape = valueShape(operator);
  if (shape === 'none') return { field, operator };
  const read = values.map((text) => readValue(kind, shape === 'days', text));
  const known = read.filter((one) => one !== null);
  if (known.length < read.length) return null;
  const value = shape === 'list' || shape === 'two' ? known : known[0];
  return value !== undefined && fitsRule(kind, operator, value) ? { field, operator, value } : null;
}
