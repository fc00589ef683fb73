import type { FieldKind } from '#shared/domain/criteria/fields.ts';
import type { Rule } from '#shared/domain/criteria/model.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { MeasureContext } from './measure-request.ts';
import type { SqlText } from './sql-text.ts';

type Scalar = string | number;

const scalars = (value: Rule['value']): Scalar[] => (Array.isArray(value) ? value : [value])
  .map((one) => (typeof one === 'boolean' ? Number(one) : one)).filter((one) => one !== null && one !== undefined);

/** The condition that `rule` puts on the SQL expression `expr`; unknown values hold only for what asks for them. */
export function compareSql(expr: string, kind: FieldKind, rule: Rule, { asOf }: MeasureContext, text: SqlText): string {
  const values = scalars(rule.value);
  const [first = '', second = ''] = values;
  const folded = kind === 'text' ? `${expr} COLLATE NOCASE` : expr;
  switch (rule.operator) {
    case 'null': return `(${expr} IS NULL OR ${expr} = '')`;
    case 'notNull': return `(${expr} IS NOT NULL AND ${expr} <> '')`;
    case '=': return `${folded} = ${text.bind(first)}`;
    case '!=': return `(${expr} IS NULL OR ${folded} <> ${text.bind(first)})`;
    case '<': case '<=': case '>': case '>=': return `${expr} ${rule.operator} ${text.bind(first)}`;
    case 'between': return `${expr} BETWEEN ${text.bind(first)} AND ${text.bind(second)}`;
    case 'in': return `${folded} IN (SELECT value FROM json_each(${text.bind(JSON.stringify(values))}))`;
    case 'notIn': return `(${expr} IS NULL OR ${folded} NOT IN (SELECT value FROM json_each(${text.bind(JSON.stringify(values))})))`;
    case 'contains': return `instr(lower(${expr}), lower(${text.bind(first)})) > 0`;
    case 'doesNotContain': return `(${expr} IS NULL OR instr(lower(${expr}), lower(${text.bind(first)})) = 0)`;
    case 'beginsWith': return `instr(lower(${expr}), lower(${text.bind(first)})) = 1`;
    case 'inNextDays': return `${expr} BETWEEN ${text.bind(asOf)} AND ${text.bind(addDays(asOf, Number(first)))}`;
    case 'inLastDays': return `${expr} BETWEEN ${text.bind(addDays(asOf, -Number(first)))} AND ${text.bind(asOf)}`;
    case 'noneFor': return `(${expr} IS NULL OR ${expr} > ${text.bind(first)})`;
  }
}

/**
 * The condition that a rule about days puts on an instant: a day is a comparison with a midnight, so that no
 * instant has to be turned into a date of its own.
 */
export function daysSinceSql(at: string, rule: Rule, { asOf, timeZone }: MeasureContext, text: SqlText): string {
  const values = scalars(rule.value).map(Number);
  const [first = 0, second = first] = values;
  const begin = (daysAgo: number): string => text.bind(instantInZone(addDays(asOf, -daysAgo), '00:00', timeZone));
  switch (rule.operator) {
    case 'null': return `${at} IS NULL`;
    case 'notNull': return `${at} IS NOT NULL`;
    case 'noneFor': return `(${at} IS NULL OR ${at} < ${begin(first)})`;
    case '>': return `${at} < ${begin(first)}`;
    case '>=': return `${at} < ${begin(first - 1)}`;
    case '<': return `${at} >= ${begin(first - 1)}`;
    case '<=': return `${at} >= ${begin(first)}`;
    default: return `(${at} >= ${begin(second)} AND ${at} < ${begin(first - 1)})`;
  }
}
