import type Database from 'better-sqlite3';
import type { Book } from './book.ts';
import { connect } from './connection.ts';
import { deletedRowOf, updateOf, type LogEntry, type LoggedRow } from './log.ts';
import { capturedTables, keyCondition, keySql, keyValues, type TableShape } from './tables.ts';

/** The highest arrival that this book showed at an instant (ms UTC, by this computer's clock). */
export function arrivalAt(db: Database.Database, atMs: number): number {
  const row = db.prepare<[number], { n: number }>(
    'SELECT coalesce(max(last_arrival), 0) AS n FROM stamp WHERE no <= (SELECT coalesce(max(no), 0) FROM stamp WHERE at <= ?)',
  ).get(atMs);
  return row?.n ?? 0;
}

/** A row as it was before `entries` (newest first), given what it is now. */
function before(now: LoggedRow | null, entries: LogEntry[]): LoggedRow | null {
  let row = now ? { ...now } : null;
  for (const entry of entries) {
    // What was erased for good was never there.
    if (entry.op === 1 || entry.op === 4) row = null;
    else if (entry.op === 3) row = deletedRowOf(entry);
    else if (row) for (const [field, [old]] of Object.entries(updateOf(entry))) row[field] = old;
  }
  return row;
}

/**
 * Shadows a table by a temporary view of the same name: rows untouched since then from the book, the others walked
 * back through the log. Every ordinary query then reads the past, and costs only as much as has changed since.
 */
function shadow(db: Database.Database, table: TableShape, arrival: number): void {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const entries = db.prepare<[number, string], LogEntry>(
    'SELECT arrival, tbl AS "table", key, op, data FROM main.change WHERE arrival > ? AND tbl = ? ORDER BY arrival DESC',
  ).all(arrival, table.name);
  if (entries.length === 0) return;
  const byKey = Map.groupBy(entries, (entry) => entry.key);
  db.exec(`CREATE TEMP TABLE "past_${table.name}" AS SELECT ${columns} FROM main."${table.name}" WHERE 0;
    CREATE TEMP TABLE "since_${table.name}" (key TEXT PRIMARY KEY) WITHOUT ROWID;`);
  const current = db.prepare<unknown[], LoggedRow>(`SELECT ${columns} FROM main."${table.name}" WHERE ${keyCondition(table)}`);
  const insertPast = db.prepare(`INSERT INTO temp."past_${table.name}" (${columns}) VALUES (${table.columns.map(() => '?').join(', ')})`);
  const insertKey = db.prepare(`INSERT INTO temp."since_${table.name}" (key) VALUES (?)`);
  for (const [key, changes] of byKey) {
    insertKey.run(key);
    const row = before(current.get(...keyValues(table, key)) ?? null, changes);
    if (row) insertPast.run(...table.columns.map((column) => row[column] ?? null));
  }
  db.exec(`CREATE TEMP VIEW "${table.name}" AS
    SELECT ${columns} FROM main."${table.name}" WHERE ${keySql(table, `"${table.name}"`)} NOT IN (SELECT key FROM temp."since_${table.name}")
    UNION ALL SELECT ${columns} FROM temp."past_${table.name}"`);
}

/** Reads the book as it was after a given arrival; `work` gets a connection of its own on which table names mean the past. */
export function readAsOfArrival<T>(book: Pick<Book, 'path'>, arrival: number, work: (db: Database.Database) => T): T {
  const db = connect(book.path, { readonly: true, fileMustExist: true });
  try {
    return db.transaction(() => {
      for (const table of capturedTables(db)) shadow(db, table, arrival);
      return work(db);
    })();
  } finally {
    db.close();
  }
}

/** Reads the book as this computer showed it at an instant (ms UTC). */
export function readAsOf<T>(book: Book, atMs: number, work: (db: Database.Database) => T): T {
  return readAsOfArrival(book, arrivalAt(book.db, atMs), work);
}
