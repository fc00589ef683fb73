import type Database from 'better-sqlite3';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import { prepared } from '../db/prepared.ts';
import { compileMeasures } from './compile-measures.ts';
import { scopeOf, type AccountSet } from './account-scope.ts';
import type { MeasureContext, MeasureRequest } from './measure-request.ts';

type Value = string | number | null;

const ready = new WeakSet<Database.Database>();

/** SQLite knows no time zones; statements that count days ask this function. */
export function addZoneDate(db: Database.Database): void {
  if (ready.has(db)) return;
  db.function('zone_date', { deterministic: true }, (at, zone) => (typeof at === 'number' && typeof zone === 'string' ? dateInZone(at, zone) : null));
  ready.add(db);
}

/**
 * Reads named measures of a set of accounts in one statement. Money in 1/10,000 of the book currency; null where missing.
 * @returns account id → values under the names asked for
 */
export function readMeasures<Name extends string>(
  db: Database.Database, requests: Record<Name, MeasureRequest>, context: MeasureContext, accounts: AccountSet,
): Map<string, Record<Name, Value>> {
  addZoneDate(db);
  const { scope, given } = scopeOf(accounts);
  const { sql, bindings } = compileMeasures(requests, context, scope);
  const rows = prepared<Record<Name | 'account_id', Value>>(db, sql).all({ ...bindings, ...given });
  return new Map(rows.map((row) => [String(row.account_id), row]));
}
