import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import { capturedTables, keyCondition, keySql, keyValues, PART_OF, type TableShape } from '#core/db/tables.ts';

/** How a row is bound to another: it is part of it, it cannot be without it, or it may be. */
export type Bond = 'part' | 'needs' | 'may';

export interface Link {
  column: string;
  parent: string;
  bond: Bond;
}

export interface SyncTable extends TableShape {
  links: Link[];
  /** Columns of other tables, or of its own, that point here. */
  referrers: { table: string; column: string; bond: Bond }[];
  /** Statements by key. */
  sql: Record<'read' | 'exists' | 'delete', string>;
}

export type Row = Record<string, string | number | null>;

function bondOf(db: Database.Database, table: string, column: string): Bond {
  if (PART_OF[table] === column) return 'part';
  const required = prepared(db, 'SELECT 1 FROM pragma_table_xinfo(?) WHERE name = ? AND ("notnull" = 1 OR pk > 0)').get(table, column);
  return required ? 'needs' : 'may';
}

function sqlOf(shape: TableShape): SyncTable['sql'] {
  const rows = `FROM "${shape.name}" WHERE ${keyCondition(shape)}`;
  return { read: `SELECT * ${rows}`, exists: `SELECT 1 ${rows}`, delete: `DELETE ${rows}` };
}

const known = new WeakMap<Database.Database, Map<string, SyncTable>>();

/** The tables that books exchange, as the book itself declares them. */
export function syncTables(db: Database.Database): Map<string, SyncTable> {
  const found = known.get(db);
  if (found) return found;
  const tables = new Map<string, SyncTable>(capturedTables(db).map((shape) => [shape.name, {
    ...shape, referrers: [], sql: sqlOf(shape), links: shape.references.map(({ column, parentTable }) => ({ column, parent: parentTable, bond: bondOf(db, shape.name, column) })),
  }]));
  for (const table of tables.values()) {
    for (const { column, parent, bond } of table.links) tables.get(parent)?.referrers.push({ table: table.name, column, bond });
  }
  known.set(db, tables);
  return tables;
}

export function readRow(db: Database.Database, table: SyncTable, key: string): Row | null {
  return prepared<Row>(db, table.sql.read).get(...keyValues(table, key)) ?? null;
}

export function rowExists(db: Database.Database, table: SyncTable, key: string): boolean {
  return prepared(db, table.sql.exists).get(...keyValues(table, key)) !== undefined;
}

/** Keys of the rows that point at a row by one column. */
export function keysPointing(db: Database.Database, table: TableShape, column: string, parentKey: string): string[] {
  return prepared<{ key: string }>(db, `SELECT ${keySql(table, `"${table.name}"`)} AS key FROM "${table.name}" WHERE "${column}" = ?`).all(parentKey).map((row) => row.key);
}

/** The columns of the table among the fields: a later version may know more, an earlier one fewer. */
const columnsIn = (table: TableShape, fields: Row): string[] => table.columns.filter((column) => Object.hasOwn(fields, column));

/** @returns whether it was added; false when there is one of the key */
export function insertRow(db: Database.Database, table: TableShape, fields: Row): boolean {
  const columns = columnsIn(table, fields);
  return prepared(db, `INSERT INTO "${table.name}" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`)
    .run(...columns.map((column) => fields[column])).changes > 0;
}

export function updateRow(db: Database.Database, table: TableShape, key: string, fields: Row): boolean {
  const columns = columnsIn(table, fields);
  if (columns.length === 0) return false;
  return prepared(db, `UPDATE "${table.name}" SET ${columns.map((c) => `"${c}" = ?`).join(', ')} WHERE ${keyCondition(table)}`)
    .run(...columns.map((column) => fields[column]), ...keyValues(table, key)).changes > 0;
}

export function deleteRow(db: Database.Database, table: SyncTable, key: string): boolean {
  return prepared(db, table.sql.delete).run(...keyValues(table, key)).changes > 0;
}
