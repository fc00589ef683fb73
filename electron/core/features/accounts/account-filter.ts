import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { accountFilterSchema } from '#shared/contract/accounts.ts';
import { nameQuery } from '#shared/domain/name/match-name.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { findNames } from '#core/measures/find-names.ts';
import { compileCriteria } from '#core/measures/compile-criteria.ts';
import { addZoneDate } from '#core/measures/read-measures.ts';
import { SqlText } from '#core/measures/sql-text.ts';
import type { MeasureContext } from '#core/measures/measure-request.ts';

/** A condition over `account_figure f` and `account a`, with the values it names. */
export interface FilterSql {
  sql: string;
  bindings: Record<string, string | number>;
  /** Whether the condition reads `account a`. */
  readsAccount: boolean;
}

/** An account that was never met is quiet for any number of days; the last day that still counts begins at midnight in the book's zone. */
export function filterSql(db: Database.Database, filter: z.infer<typeof accountFilterSchema>, context: MeasureContext): FilterSql {
  const conditions = ['1'];
  const bindings: Record<string, string | number> = {};
  if (filter.keyOnly) conditions.push('a.is_key = 1');
  if (filter.quietDays !== undefined) {
    conditions.push('(f.last_interaction_at IS NULL OR f.last_interaction_at < +@quietSince)');
    bindings['quietSince'] = instantInZone(addDays(context.asOf, -filter.quietDays), '00:00', context.timeZone);
  }
  const text = new SqlText();
  const criteria = filter.criteria ? compileCriteria(filter.criteria, context, text) : null;
  if (criteria) {
    addZoneDate(db);
    conditions.push(criteria.sql);
    Object.assign(bindings, text.bindings);
  }
  for (const [name, ids, among] of [['picked', filter.ids, 'IN'], ['left', filter.exceptIds, 'NOT IN']] as const) {
    if (ids === undefined) continue;
    conditions.push(`f.account_id ${among} (SELECT value FROM json_each(+@${name}))`);
    bindings[name] = JSON.stringify(ids);
  }
  const query = nameQuery(filter.text ?? '');
  if (query.plain !== '') {
    conditions.push('f.account_id IN (SELECT value FROM json_each(+@named))');
    bindings['named'] = JSON.stringify(findNames(db, { query, kinds: ['account'] }).map(({ id }) => id));
  }
  return { sql: conditions.join(' AND '), bindings, readsAccount: filter.keyOnly === true || criteria?.readsAccount === true };
}
