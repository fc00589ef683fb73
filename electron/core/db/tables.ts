import type Database from 'better-sqlite3';

/** Bookkeeping and derived tables: never captured, never synced, rebuilt or local to this computer. */
const LOCAL_TABLES = new Set([
  'book', 'device', 'step', 'stamp', 'change', 'writing', 'step_account', 'dirty', 'draft', 'account_figure', 'name_key', 'import_source', 'left_out',
  'search_doc', 'search_todo', 'search_mark', 'reminder_sent',
  'overruled', 'bent_row', 'erased', 'sync_state', 'sync_bundle',
]);

/** Rows that make no sense without their owner: undo keeps or takes them together with it. Part table → owner column. */
export const PART_OF: Readonly<Record<string, string>> = {
  interaction_text: 'interaction_id',
  interaction_person: 'interaction_id',
  interaction_colleague: 'interaction_id',
  order_line: 'order_id',
  review_section: 'review_id',
  review_person: 'review_id',
  review_colleague: 'review_id',
  review_item: 'review_id',
  review_frozen: 'review_id',
};

export interface Reference {
  column: string;
  parentTable: string;
}

/** A captured table as the migrated book itself describes it. */
export interface TableShape {
  name: string;
  columns: string[];
  /** Columns of the key under which the log knows a row: `id`, or the primary key where there is none. */
  keyColumns: string[];
  references: Reference[];
}

interface ColumnInfo {
  name: string;
  pk: number;
  hidden: number;
}

/** The captured tables in name order. Reading the book instead of a list means that a new table cannot be forgotten. */
export function capturedTables(db: Database.Database): TableShape[] {
  const names = db.prepare<[], { name: string }>(
    // Virtual tables and the tables behind them are of other types.
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  ).all().map((row) => row.name).filter((name) => !LOCAL_TABLES.has(name));
  return names.map((name) => shapeOf(db, name));
}

function shapeOf(db: Database.Database, name: string): TableShape {
  const info = db.prepare<[string, string], ColumnInfo>('SELECT name, pk, hidden FROM pragma_table_xinfo(?, ?)').all(name, 'main').filter((c) => c.hidden === 0);
  const columns = info.map((column) => column.name);
  const primary = info.filter((column) => column.pk > 0).toSorted((a, b) => a.pk - b.pk).map((column) => column.name);
  const references = db.prepare<[string, string], Reference>('SELECT "from" AS "column", "table" AS parentTable FROM pragma_foreign_key_list(?, ?)').all(name, 'main');
  return { name, columns, keyColumns: columns.includes('id') ? ['id'] : primary, references };
}

/** SQL for the key of `row` (`NEW`, `OLD` or a table name): plain text, or a JSON array where the key has several columns. */
export function keySql(table: TableShape, row: string): string {
  const parts = table.keyColumns.map((column) => `${row}."${column}"`);
  return parts.length === 1 ? `${parts[0]}` : `json_array(${parts.join(', ')})`;
}

/** The values of the key columns of a logged key. */
export function keyValues(table: TableShape, key: string): (string | number)[] {
  return table.keyColumns.length === 1 ? [key] : (JSON.parse(key) as (string | number)[]);
}

/** `a = ? AND b = ?` over the key columns. */
export function keyCondition(table: TableShape): string {
  return table.keyColumns.map((column) => `"${column}" = ?`).join(' AND ');
}
