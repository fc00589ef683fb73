import type Database from 'better-sqlite3';
import { deletedRowOf, type LogEntry, type LoggedRow, type LoggedUpdate } from './log.ts';
import { capturedTables, keyCondition, keySql, keyValues, type TableShape } from './tables.ts';
import { tableHashes, type TableHash } from './table-hash.ts';

export interface Verification {
  healthy: boolean;
  /** Technical sentences for support; empty when all is well. */
  problems: string[];
  tables: Record<string, TableHash>;
  steps: number;
  changes: number;
}

const count = (db: Database.Database, sql: string): number => db.prepare<[], { n: number }>(sql).get()?.n ?? 0;

/** Rows that exist now must be those the log inserted and did not delete, with the values it last gave them. */
function disagreements(db: Database.Database): string[] {
  const found: string[] = [];
  for (const table of capturedTables(db)) {
    const logged = db.prepare<[string], Pick<LogEntry, 'key' | 'op' | 'data'>>('SELECT key, op, data, max(arrival) FROM change WHERE tbl = ? AND op NOT IN (2, 4) GROUP BY key').all(table.name);
    const alive = new Set(logged.filter((entry) => entry.op === 1).map((entry) => entry.key));
    const broken = logged.filter((entry) => entry.op === 3 && Object.keys(deletedRowOf({ ...entry, arrival: 0, step: 0, kind: 'user', undoes: null, undoneBy: null, table: table.name })).length === 0);
    if (broken.length > 0) found.push(`${table.name}: ${broken.length} deletions without content`);
    const rows = db.prepare<[], { key: string }>(`SELECT ${keySql(table, `"${table.name}"`)} AS key FROM "${table.name}"`).all();
    const unlogged = rows.filter((row) => !alive.delete(row.key)).length;
    if (unlogged > 0) found.push(`${table.name}: ${unlogged} rows that the log does not know`);
    if (alive.size > 0) found.push(`${table.name}: ${alive.size} logged rows are gone`);
    const changed = differing(db, table);
    if (changed > 0) found.push(`${table.name}: ${changed} rows differ from their last logged change`);
  }
  return found;
}

/** Rows whose fields are not what their last logged change made them. A field that no change names is not known to the log. */
function differing(db: Database.Database, table: TableShape): number {
  const last = new Map<string, LoggedRow>();
  const entries = db.prepare<[string], Pick<LogEntry, 'key' | 'op' | 'data'>>('SELECT key, op, data FROM change WHERE tbl = ? AND op < 3 ORDER BY arrival');
  for (const { key, op, data } of entries.iterate(table.name)) {
    if (op === 1) last.delete(key);
    else last.set(key, { ...last.get(key), ...Object.fromEntries(Object.entries(JSON.parse(data ?? '{}') as LoggedUpdate).map(([field, [, now]]) => [field, now])) });
  }
  const select = db.prepare<unknown[], LoggedRow>(`SELECT * FROM "${table.name}" WHERE ${keyCondition(table)}`);
  return [...last].filter(([key, fields]) => {
    const row = select.get(...keyValues(table, key));
    return row !== undefined && Object.entries(fields).some(([field, now]) => Object.hasOwn(row, field) && row[field] !== now);
  }).length;
}

/** Checks the file, the references, and that rows and change log agree. */
export function verifyBook(db: Database.Database): Verification {
  const problems: string[] = [];
  const integrity = db.pragma('integrity_check') as { integrity_check: string }[];
  if (integrity[0]?.integrity_check !== 'ok') problems.push(...integrity.map((row) => `integrity: ${row.integrity_check}`));
  const hanging = db.pragma('foreign_key_check') as { table: string }[];
  if (hanging.length > 0) problems.push(`${hanging.length} hanging references`);
  problems.push(...disagreements(db));
  const stray = count(db, 'SELECT count(*) AS n FROM change c WHERE NOT EXISTS (SELECT 1 FROM stamp s WHERE c.arrival BETWEEN s.first_arrival AND s.last_arrival AND s.no = c.stamp)');
  if (stray > 0) problems.push(`${stray} changes belong to no step`);
  return {
    healthy: problems.length === 0, problems, tables: tableHashes(db),
    steps: count(db, 'SELECT count(*) AS n FROM step'), changes: count(db, 'SELECT count(*) AS n FROM change'),
  };
}
