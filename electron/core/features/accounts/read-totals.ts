import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import type { FilterSql } from './account-filter.ts';

export interface AccountTotals {
  count: number;
  all: number;
  revenue: number | null;
  margin: number | null;
  otherCurrencies: number;
}

/**
 * Totals of all accounts of a filter. The margin is missing as soon as one account with revenue does not know its own:
 * a sum over the others beside the revenue of all would mislead.
 */
export function readTotals(db: Database.Database, filter: FilterSql): AccountTotals {
  const join = filter.readsAccount ? 'JOIN account a ON a.id = f.account_id' : '';
  const totals = prepared<Omit<AccountTotals, 'all'>>(db, `
    SELECT count(*) AS count, sum(f.revenue) AS revenue, count(*) FILTER (WHERE f.other_currencies <> '[]') AS otherCurrencies,
      CASE WHEN count(*) FILTER (WHERE f.margin IS NULL AND f.revenue <> 0) = 0 THEN sum(f.margin) END AS margin
    FROM account_figure f ${join} WHERE ${filter.sql}`).get(filter.bindings);
  const all = prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM account').get();
  return { count: 0, revenue: null, margin: null, otherCurrencies: 0, ...totals, all: all?.n ?? 0 };
}
