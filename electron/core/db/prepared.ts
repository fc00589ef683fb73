import type Database from 'better-sqlite3';

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** Prepares `sql` once for each connection and keeps it: preparing anew costs more than most of our queries. */
export function prepared<Row = unknown>(db: Database.Database, sql: string): Database.Statement<unknown[], Row> {
  let known = statements.get(db);
  if (!known) statements.set(db, (known = new Map()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = db.prepare(sql)));
  return statement as Database.Statement<unknown[], Row>;
}
