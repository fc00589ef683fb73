import type Database from 'better-sqlite3';
import { netChange, type LoggedOp } from '#shared/domain/sync/net-change.ts';
import type { RowWrite } from '#shared/domain/sync/row-state.ts';
import { deletedRowOf, updateOf, type LogEntry } from '#core/db/log.ts';
import { prepared } from '#core/db/prepared.ts';
import { readRow, type Row, type SyncTable } from './sync-tables.ts';

type Entry = Pick<LogEntry, 'op' | 'data'>;

export function loggedOp(entry: Entry): LoggedOp {
  const op = entry.op === 4 ? 3 : entry.op;
  const fields = op === 2 ? Object.fromEntries(Object.entries(updateOf(entry as LogEntry)).map(([field, [, now]]) => [field, now])) : {};
  return { op, fields };
}

/** A row as it was behind an arrival at which it was there, walked forward to where its fields were next written down. */
export function rowBehind(db: Database.Database, table: SyncTable, key: string, arrival: number): Row {
  const later = prepared<Entry>(db, 'SELECT op, data FROM change WHERE key = +? AND tbl = +? AND arrival > ? AND op < 4 ORDER BY arrival').all(key, table.name, arrival);
  const row: Row = {};
  const keep = (fields: Row): void => {
    for (const [field, value] of Object.entries(fields)) if (!Object.hasOwn(row, field)) row[field] = value;
  };
  for (const entry of later) {
    if (entry.op === 3) {
      keep(deletedRowOf(entry as LogEntry));
      return row;
    }
    keep(Object.fromEntries(Object.entries(updateOf(entry as LogEntry)).map(([field, [old]]) => [field, old])));
  }
  keep(readRow(db, table, key) ?? {});
  return row;
}

interface Logged extends Entry {
  arrival: number;
  stamp: number;
  clock: number;
  device: string;
}

const LOGGED = `
  SELECT c.arrival, c.op, c.data, t.no AS stamp, t.clock, d.id AS device FROM change c JOIN stamp t ON t.no = c.stamp JOIN device d ON d.no = t.device
  WHERE c.key = +? AND c.tbl = +? AND c.op < 4 AND t.clock > 0 ORDER BY c.arrival`;

const OVERRULED = `
  SELECT o.op, o.data, t.clock, d.id AS device FROM overruled o JOIN stamp t ON t.no = o.stamp JOIN device d ON d.no = t.device WHERE o.key = +? AND o.tbl = +?`;

/** All that transactions, here and elsewhere, have said of a row; what the rules made of it is not among it. */
export function writesOf(db: Database.Database, table: SyncTable, key: string): RowWrite[] {
  const byStamp = Map.groupBy(prepared<Logged>(db, LOGGED).all(key, table.name), (entry) => entry.stamp);
  const writes = [...byStamp.values()].map((entries): RowWrite => {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) throw new Error('a transaction of no entries');
    const { op, fields } = netChange(entries.map(loggedOp));
    return { clock: first.clock, device: first.device, op, fields: op === 1 ? rowBehind(db, table, key, last.arrival) : fields };
  });
  const overruled = prepared<{ op: 1 | 2 | 3; data: string | null; clock: number; device: string }>(db, OVERRULED).all(key, table.name);
  return [...writes, ...overruled.map(({ op, data, clock, device }) => ({ op, clock, device, fields: JSON.parse(data ?? '{}') as Row }))];
}

export function isErased(db: Database.Database, table: string, key: string): boolean {
  return prepared(db, 'SELECT 1 FROM erased WHERE tbl = ? AND key = ?').get(table, key) !== undefined;
}
