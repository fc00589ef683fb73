import type Database from 'better-sqlite3';
import { foldText } from '#shared/kernel/fold-text.ts';
import { prepared } from '#core/db/prepared.ts';
import { ACCOUNT_COLUMN } from '#core/measures/compile-criteria.ts';
import type { FilterSql } from './account-filter.ts';

const from = ({ readsAccount, sql }: FilterSql): string => `FROM account_figure f ${readsAccount ? 'JOIN account a ON a.id = f.account_id' : ''} WHERE ${sql}`;

export function countAccounts(db: Database.Database, filter: FilterSql): number {
  return prepared<{ n: number }>(db, `SELECT count(*) AS n ${from(filter)}`).get(filter.bindings)?.n ?? 0;
}

/** Every account of a filter, by name. */
export function readIds(db: Database.Database, filter: FilterSql): string[] {
  return prepared<{ id: string }>(db, `SELECT f.account_id AS id ${from(filter)} ORDER BY f.name_key, f.account_id`).all(filter.bindings).map(({ id }) => id);
}

/** What accounts say in a field, the most used first; only what holds `text`, whatever its case and accents. */
export function readValues(db: Database.Database, field: 'industry' | 'city' | 'region' | 'country', text: string, limit: number): string[] {
  const column = ACCOUNT_COLUMN[field];
  const rows = prepared<{ value: string }>(db, `SELECT ${column} AS value FROM account a WHERE ${column} <> '' GROUP BY 1 ORDER BY count(*) DESC, 1`).all();
  const sought = foldText(text.trim());
  return rows.map(({ value }) => value).filter((value) => foldText(value).includes(sought)).slice(0, limit);
}
