import type Database from 'better-sqlite3';
import type { ChangeShapes } from '#shared/domain/sync/change-shapes.ts';
import { netChange } from '#shared/domain/sync/net-change.ts';
import type { SentChange } from '#shared/domain/sync/model.ts';
import type { LogEntry } from '#core/db/log.ts';
import { prepared } from '#core/db/prepared.ts';
import { loggedOp, rowBehind } from './row-writes.ts';
import { syncTables } from './sync-tables.ts';

type Entry = Pick<LogEntry, 'arrival' | 'table' | 'key' | 'op' | 'data'> & { stamp: number };

// Of each transaction the stretch of arrivals that it has: those of others lie between.
const ENTRIES = `
  SELECT t.no AS stamp, c.arrival, c.tbl AS "table", c.key, c.op, c.data FROM stamp t CROSS JOIN change c ON c.arrival BETWEEN t.first_arrival AND t.last_arrival
  WHERE t.no BETWEEN ? AND ? AND t.received = 0 AND c.op < 4 ORDER BY t.no, c.arrival`;

const ERASED = 'SELECT stamp, tbl AS "table", key FROM erased WHERE stamp BETWEEN ? AND ? ORDER BY stamp, tbl, key';

/** What the entries of one row within a transaction come to, in the order in which the rows were touched last. */
function netted(db: Database.Database, entries: readonly Entry[], shapes: ChangeShapes): SentChange[] {
  const rows = new Map<string, Entry[]>();
  for (const entry of entries) {
    const row = `${entry.table}\n${entry.key}`;
    const before = rows.get(row);
    if (before) before.push(entry);
    else rows.set(row, [entry]);
  }
  return [...rows.values()].flatMap((group): SentChange[] => {
    const end = group.at(-1);
    const table = end && syncTables(db).get(end.table);
    if (!end || !table) return [];
    const { op, fields } = netChange(group.map(loggedOp));
    const said = op === 1 ? rowBehind(db, table, end.key, end.arrival) : fields;
    return [{ shape: shapes.of(end.table, op, Object.keys(said)), key: end.key, values: Object.values(said) }];
  });
}

/**
 * The changes of this book's own transactions from one number to another, one of each row, and behind them what the
 * transaction erased; read at once for all of them.
 * @returns by number; transactions of which nothing is left are absent
 */
export function changesOfStamps(db: Database.Database, from: number, to: number, shapes: ChangeShapes): Map<number, SentChange[]> {
  const found = new Map<number, SentChange[]>();
  const byStamp = Map.groupBy(prepared<Entry>(db, ENTRIES).all(from, to), ({ stamp }) => stamp);
  for (const [stamp, entries] of byStamp) found.set(stamp, netted(db, entries, shapes));
  for (const { stamp, table, key } of prepared<{ stamp: number; table: string; key: string }>(db, ERASED).all(from, to)) {
    const erased = { shape: shapes.of(table, 4, []), key, values: [] };
    const before = found.get(stamp);
    if (before) before.push(erased);
    else found.set(stamp, [erased]);
  }
  return found;
}
