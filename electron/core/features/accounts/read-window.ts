import type Database from 'better-sqlite3';
import type { AccountRow } from '#shared/contract/accounts.ts';
import { prepared } from '#core/db/prepared.ts';
import type { FilterSql } from './account-filter.ts';
import { ACCOUNT_ROW, toAccountRows, type RawAccountRow } from './account-rows.ts';
import { toCursor, type AccountSort, type WindowPosition } from './window-cursor.ts';

const COLUMN: Readonly<Record<AccountSort, string>> = {
  name: 'f.name_key', city: 'f.city_key', revenue: 'f.revenue', margin: 'f.margin', lastInteraction: 'f.last_interaction_at', nextDue: 'f.next_due',
  externalId: 'f.external_id', industry: 'f.industry_key', region: 'f.region_key', country: 'f.country_key', customerSince: 'f.customer_since', contractEnd: 'f.contract_end',
};

/** Orders whose index has the largest first, and equal ones by name. */
const LARGEST_FIRST: ReadonlySet<AccountSort> = new Set(['revenue', 'margin', 'lastInteraction']);

export interface WindowOrder {
  sort: AccountSort;
  descending: boolean;
  /** Null for the first window. */
  after: WindowPosition | null;
  limit: number;
}

const afterName = (descending: boolean): string => `(f.name_key, f.account_id) ${descending ? '<' : '>'} (+@nameKey, +@id)`;
const byName = (descending: boolean): string => (descending ? 'f.name_key DESC, f.account_id DESC' : 'f.name_key, f.account_id');

/**
 * Conditions and orders that, read one after the other, give the list: each walks one index and sorts nothing, which a single
 * statement with "nulls last" would not. Equal values go by name; against the direction of the index the whole list goes backwards.
 */
function stretches({ sort, descending, after }: WindowOrder): [where: string, order: string][] {
  const column = COLUMN[sort];
  const [direction, beyond] = descending ? ['DESC', '<'] : ['ASC', '>'];
  const backwards = descending !== LARGEST_FIRST.has(sort);
  if (sort === 'name') return [[after ? afterName(backwards) : '1', byName(backwards)]];
  if (after?.value === null) return [[`${column} IS NULL AND ${afterName(false)}`, byName(false)]];
  const unknown: [string, string] = [`${column} IS NULL`, byName(false)];
  const order = `${column} ${direction}, ${byName(backwards)}`;
  if (!after) return [[`${column} IS NOT NULL`, order], unknown];
  return [[`${column} = +@value AND ${afterName(backwards)}`, byName(backwards)], [`${column} ${beyond} +@value`, order], unknown];
}

/** Where a row stands in the order: read for the last of a window alone, since every column of every row takes its time. */
function positionOf(db: Database.Database, column: string, id: string): WindowPosition {
  const found = prepared<WindowPosition>(db, `SELECT ${column} AS value, f.name_key AS nameKey, f.account_id AS id FROM account_figure f WHERE f.account_id = +?`).get(id);
  if (!found) throw new Error('no place of a row that was just read');
  return found;
}

/** One window of the list of accounts, missing values last, and the cursor of the next. */
export function readWindow(db: Database.Database, filter: FilterSql, window: WindowOrder): { rows: AccountRow[]; nextCursor: string | null } {
  const { sort, descending, after, limit } = window;
  const place = after ? { value: after.value, nameKey: after.nameKey, id: after.id } : {};
  let found: RawAccountRow[] = [];
  for (const [where, order] of stretches(window)) {
    if (found.length > limit) break;
    const sql = `SELECT ${ACCOUNT_ROW}
      FROM account_figure f CROSS JOIN account a ON a.id = f.account_id WHERE ${where} AND ${filter.sql} ORDER BY ${order} LIMIT +@limit`;
    const stretch = prepared<RawAccountRow>(db, sql).all({ ...filter.bindings, ...place, limit: limit + 1 - found.length });
    found = found.length === 0 ? stretch : [...found, ...stretch];
  }
  const hasMore = found.length > limit;
  if (hasMore) found.length = limit;
  const last = found.at(-1);
  const nextCursor = hasMore && last ? toCursor(sort, descending, positionOf(db, COLUMN[sort], last.id)) : null;
  return { rows: toAccountRows(found), nextCursor };
}
