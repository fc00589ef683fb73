import type Database from 'better-sqlite3';
import { prepared } from './prepared.ts';
import { capturedTables, type TableShape } from './tables.ts';

interface Referrer {
  table: TableShape;
  column: string;
}

const known = new WeakMap<Database.Database, TableShape[]>();

/** The columns that refer to a table, as the book itself declares them, so that a later table cannot be forgotten. */
function referrersOf(db: Database.Database, parentTable: string): Referrer[] {
  let tables = known.get(db);
  if (!tables) known.set(db, (tables = capturedTables(db)));
  return tables.flatMap((table) => table.references.filter((one) => one.parentTable === parentTable).map(({ column }) => ({ table, column })));
}

/**
 * Makes every row that refers to `from` refer to `to` instead. A column of the logged key never changes, so such a row
 * is written anew under its new key, unless one like it stands there already, and the old one is deleted.
 * Inside `book.write`.
 */
export function repoint(db: Database.Database, parentTable: string, from: string, to: string): void {
  for (const { table, column } of referrersOf(db, parentTable)) {
    if (table.keyColumns.includes(column)) {
      const columns = table.columns.map((one) => `"${one}"`).join(', ');
      const values = table.columns.map((one) => (one === column ? '+@to' : `"${one}"`)).join(', ');
      prepared(db, `INSERT INTO "${table.name}" (${columns}) SELECT ${values} FROM "${table.name}" WHERE "${column}" = @from ON CONFLICT DO NOTHING`).run({ from, to });
      prepared(db, `DELETE FROM "${table.name}" WHERE "${column}" = ?`).run(from);
    } else prepared(db, `UPDATE "${table.name}" SET "${column}" = @to WHERE "${column}" = @from`).run({ from, to });
  }
}

/** How many rows of each table refer to a record; tables without one are absent. */
export function countReferrers(db: Database.Database, parentTable: string, id: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { table, column } of referrersOf(db, parentTable)) {
    const n = prepared<{ n: number }>(db, `SELECT count(*) AS n FROM "${table.name}" WHERE "${column}" = ?`).get(id)?.n ?? 0;
    if (n > 0) counts[table.name] = (counts[table.name] ?? 0) + n;
  }
  return counts;
}
