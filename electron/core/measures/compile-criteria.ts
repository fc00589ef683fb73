import { criteriaField, type AccountFieldId } from '#shared/domain/criteria/fields.ts';
import { isGroup, type Criteria, type Rule } from '#shared/domain/criteria/model.ts';
import { compareSql, daysSinceSql } from './compile-rule.ts';
import { compileMeasures } from './compile-measures.ts';
import type { MeasureContext } from './measure-request.ts';
import type { SqlText } from './sql-text.ts';

/** Columns of `account a`. Only what is listed here can reach a statement. */
export const ACCOUNT_COLUMN: Readonly<Record<AccountFieldId, string>> = {
  name: 'a.name', alias: 'a.alias', externalId: 'a.external_id', industry: 'a.industry', city: 'a.city', region: 'a.region',
  country: 'a.country', postalCode: 'a.postal_code', phone: 'a.phone', website: 'a.website', customerSince: 'a.customer_since',
  contractEnd: 'a.contract_end', isKey: 'a.is_key',
};

/** Measures that `account_figure f` keeps for today, by the name criteria give them. */
const KEPT: Readonly<Record<string, string>> = { 'orders.amount@12m': 'f.revenue', 'orders.margin@12m': 'f.margin', 'tasks.nextDue': 'f.next_due' };

/** A condition over `account_figure f` and, where it reads it, `account a`. */
export interface CriteriaSql {
  sql: string;
  readsAccount: boolean;
}

function compileRule(rule: Rule, context: MeasureContext, text: SqlText): CriteriaSql {
  const field = criteriaField(rule.field);
  if (!field) throw new Error('criteria name a field that is not in the catalogue');
  if (field.source === 'account') return { sql: compareSql(ACCOUNT_COLUMN[field.field], field.kind, rule, context, text), readsAccount: true };
  if (field.measure === 'interactions.daysSinceLast') return { sql: daysSinceSql('f.last_interaction_at', rule, context, text), readsAccount: false };
  const kept = KEPT[rule.field];
  if (kept !== undefined) return { sql: compareSql(kept, field.kind, rule, context, text), readsAccount: false };
  const request = { measure: field.measure, ...(field.window ? { window: field.window } : {}) };
  const measured = compileMeasures({ value: request }, context, 'all', text).sql;
  return { sql: `f.account_id IN (SELECT m.account_id FROM (${measured}) m WHERE ${compareSql('m.value', field.kind, rule, context, text)})`, readsAccount: false };
}

/**
 * Turns criteria into one condition whose values all lie in `text`: fields and operators come from the catalogue alone.
 * A condition on something unknown does not hold, also inside a group that is denied.
 */
export function compileCriteria({ combinator, not, rules }: Criteria, context: MeasureContext, text: SqlText): CriteriaSql {
  const parts = rules.map((part) => {
    const made = isGroup(part) ? compileCriteria(part, context, text) : compileRule(part, context, text);
    return { ...made, sql: `coalesce(${made.sql}, 0)` };
  });
  const joined = parts.length === 0 ? '1' : `(${parts.map(({ sql }) => sql).join(combinator === 'and' ? ' AND ' : ' OR ')})`;
  return { sql: not ? `NOT ${joined}` : joined, readsAccount: parts.some(({ readsAccount }) => readsAccount) };
}
