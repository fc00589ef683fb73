import type Database from 'better-sqlite3';
import type { AccountRow } from '#shared/contract/accounts.ts';
import { prepared } from '#core/db/prepared.ts';
import type { FilterSql } from './account-filter.ts';
import { ACCOUNT_ROW, toAccountRow, type RawAccountRow } from './account-rows.ts';
import { toCursor, type AccountSort, type WindowPosition } from './window-cursor.ts';

const COLUMN: Readonly<Record<AccountSort, string>> = {
  name: 'f.name_key', city: 'f.city_key', revenue: 'f.revenue', margin: 'f.margin', lastInteraction: 'f.last_interaction_at', nextDue: 'f.next_due',
  externalId: 'a.external_id', industry: 'a.industry', region: 'a.region', country: 'a.country', customerSince: 'a.customer_since', contractEnd: 'a.contract_end',
};

export interface WindowOrder {
  sort: AccountSort;
  descending: boolean;
  /** Null for the first window. */
  after: WindowPosition | null;
  limit: number;
}

interface WindowRow extends RawAccountRow {
  sortValue: string | number | null;
  nameKey: string;
}

const AFTER = '(f.name_key, f.account_id) > (+@nameKey, +@id)';
const BY_NAME = 'f.name_key, f.account_id';

/**
 * Conditions and orders that, read one after the other, give the list: each walks one index, which a single statement with
 * "nulls last" and mixed directions would not. Equal values go by name in both directions.
 */
function stretches({ sort, descending, after }: WindowOrder): [where: string, order: string][] {
  const column = COLUMN[sort];
  const [direction, beyond] = descending ? ['DESC', '<'] : ['ASC', '>'];
  if (sort === 'name') {
    return [[after ? `(f.name_key, f.account_id) ${beyond} (+@nameKey, +@id)` : '1', `f.name_key ${direction}, f.account_id ${direction}`]];
  }
  if (after?.value === null) return [[`${column} IS NULL AND ${AFTER}`, BY_NAME]];
  const unknown: [string, string] = [`${column} IS NULL`, BY_NAME];
  const order = `${column} ${direction}, ${BY_NAME}`;
  if (!after) return [[`${column} IS NOT NULL`, order], unknown];
  return [[`${column} = +@value AND ${AFTER}`, BY_NAME], [`${column} ${beyond} +@value`, order], unknown];
}

/** One window of the list of accounts, missing values last, and the cursor of the next. */
export function readWindow(db: Database.Database, filter: FilterSql, window: WindowOrder): { rows: AccountRow[]; nextCursor: string | null } {
  const { sort, descending, after, limit } = window;
  const found: WindowRow[] = [];
  for (const [where, order] of stretches(window)) {
    if (found.length > limit) break;
    const sql = `SELECT ${ACCOUNT_ROW}, ${COLUMN[sort]} AS sortValue, f.name_key AS nameKey
      FROM account_figure f CROSS JOIN account a ON a.id = f.account_id WHERE ${where} AND ${filter.sql} ORDER BY ${order} LIMIT +@limit`;
    const place = after ? { value: after.value, nameKey: after.nameKey, id: after.id } : {};
    found.push(...prepared<WindowRow>(db, sql).all({ ...filter.bindings, ...place, limit: limit + 1 - found.length }));
  }
  const last = found[limit - 1];
  const next = found.length > limit && last ? toCursor(sort, descending, { value: last.sortValue, nameKey: last.nameKey, id: last.id }) : null;
  return { rows: found.slice(0, limit).map(toAccountRow), nextCursor: next };
}
