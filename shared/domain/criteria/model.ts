import { z } from 'zod';
import { isIsoDate } from '#shared/kernel/dates.ts';
import { criteriaField, type FieldKind } from './fields.ts';
import { operators, operatorsOf, valueShape, type Operator } from './operators.ts';

const scalar = z.union([z.string().max(300), z.number(), z.boolean()]);

export type RuleValue = z.infer<typeof scalar> | z.infer<typeof scalar>[] | null | undefined;

const MOST_DAYS = 36_500;

function fitsKind(kind: FieldKind, value: unknown): boolean {
  if (kind === 'text') return typeof value === 'string' && value !== '';
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'date') return typeof value === 'string' && isIsoDate(value);
  return typeof value === 'number' && (kind === 'share' || Number.isSafeInteger(value));
}

/** Whether a value is what the operator asks for on such a field. */
export function fitsRule(kind: FieldKind, operator: Operator, value: RuleValue): boolean {
  switch (valueShape(operator)) {
    case 'none': return true;
    case 'days': return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_DAYS;
    case 'two': return Array.isArray(value) && value.length === 2 && value.every((one) => fitsKind(kind, one));
    case 'list': return Array.isArray(value) && value.length > 0 && value.every((one) => fitsKind(kind, one));
    case 'one': return fitsKind(kind, value);
  }
}

/** One condition: a field or measure of the catalogue, an operator that fits it, and a value that fits both. */
export const ruleSchema = z.object({
  field: z.string().max(100),
  operator: z.enum(operators),
  value: z.union([scalar, z.array(scalar).max(200), z.null()]).optional(),
}).superRefine(({ field, operator, value }, context) => {
  const kind = criteriaField(field)?.kind;
  if (kind === undefined) context.addIssue({ code: 'custom', path: ['field'], message: 'field' });
  else if (!operatorsOf(kind).includes(operator)) context.addIssue({ code: 'custom', path: ['operator'], message: 'operator' });
  else if (!fitsRule(kind, operator, value)) context.addIssue({ code: 'custom', path: ['value'], message: 'value' });
});
export type Rule = z.infer<typeof ruleSchema>;

/** A rule group in react-querybuilder's shape. An empty group holds for everything. */
export interface Criteria {
  combinator: 'and' | 'or';
  not?: boolean | undefined;
  rules: (Rule | Criteria)[];
}

const DEEPEST = 6;

function schemaAt(depth: number): z.ZodType<Criteria, Criteria> {
  const inner = depth < DEEPEST ? z.union([ruleSchema, z.lazy(() => schemaAt(depth + 1))]) : ruleSchema;
  return z.object({ combinator: z.enum(['and', 'or']), not: z.boolean().optional(), rules: z.array(inner).max(50) });
}

/** Criteria as they come from outside: at most six groups inside each other, fifty conditions in each. */
export const criteriaSchema = schemaAt(1);

export const isGroup = (part: Rule | Criteria): part is Criteria => 'rules' in part;

export const everything: Criteria = { combinator: 'and', rules: [] };
