import type Database from 'better-sqlite3';
import type { SearchKind } from '#shared/domain/search/model.ts';
import { prepared } from '../db/prepared.ts';
import { capturedTables, type TableShape } from '../db/tables.ts';
import { valuesSql } from '../db/touched-rows.ts';

interface SearchTrace {
  kind: SearchKind | 'colleague';
  /** The column of the changed row that holds the id, by its value before and after. */
  column: string;
  /** A table, its column of that value, and its column of the id that is meant. */
  via?: [table: string, column: string, id: string];
  unlessNew?: boolean;
}

/** What a changed row makes the index read anew. Tables whose words are not searched are absent. */
const TRACES: Readonly<Record<string, SearchTrace>> = {
  account: { kind: 'account', column: 'id' },
  person: { kind: 'person', column: 'id' },
  position: { kind: 'person', column: 'person_id' },
  account_known_as: { kind: 'account', column: 'account_id' },
  person_known_as: { kind: 'person', column: 'person_id' },
  colleague: { kind: 'colleague', column: 'id' },
  interaction: { kind: 'interaction', column: 'id' },
  interaction_text: { kind: 'interaction', column: 'interaction_id' },
  task: { kind: 'task', column: 'id' },
  sales_order: { kind: 'order', column: 'id' },
  order_line: { kind: 'order', column: 'order_id' },
  product: { kind: 'order', column: 'id', via: ['order_line', 'product_id', 'order_id'], unlessNew: true },
};

/** Changes read at once: few enough that nobody waits for them. */
const STRETCH = 2_000;

const known = new WeakMap<Database.Database, Map<string, string>>();

function noteSql(table: TableShape, { kind, via, ...trace }: SearchTrace): string {
  const values = `(SELECT DISTINCT value FROM (${valuesSql(table, trace)}) WHERE value IS NOT NULL) v`;
  const ids = via ? `SELECT DISTINCT '${kind}', x.${via[2]} FROM ${values} CROSS JOIN ${via[0]} x ON x.${via[1]} = v.value` : `SELECT '${kind}', v.value FROM ${values}`;
  return `INSERT INTO search_todo (kind, id) ${ids} WHERE true ON CONFLICT DO NOTHING`;
}

function notesOf(db: Database.Database): Map<string, string> {
  let notes = known.get(db);
  if (!notes) {
    notes = new Map();
    for (const table of capturedTables(db)) {
      const trace = TRACES[table.name];
      if (trace) notes.set(table.name, noteSql(table, trace));
    }
    known.set(db, notes);
  }
  return notes;
}

/** Whether the index has not yet seen all of the change log, or not yet read all that it saw. */
export function searchIsBehind(db: Database.Database): boolean {
  return prepared(db, `SELECT 1 WHERE EXISTS (SELECT 1 FROM search_todo) OR (SELECT coalesce(max(arrival), 0) FROM change) > (SELECT arrival FROM search_mark)`).get() !== undefined;
}

/** Whether names of people or colleagues may not yet be found by what they were changed to. */
export function namesAreBehind(db: Database.Database): boolean {
  return prepared(db, `SELECT 1 WHERE EXISTS (SELECT 1 FROM search_todo WHERE kind IN ('person', 'colleague')) OR (SELECT coalesce(max(arrival), 0) FROM change) > (SELECT arrival FROM search_mark)`).get() !== undefined;
}

/** Notes what the next stretch of the change log makes the index read anew; note and watermark are of the caller's one transaction. */
export function noteChanges(db: Database.Database): void {
  const bounds = prepared<{ mark: number; last: number }>(db, 'SELECT (SELECT arrival FROM search_mark) AS mark, (SELECT coalesce(max(arrival), 0) FROM change) AS last').get();
  if (!bounds || bounds.last <= bounds.mark) return;
  const stretch = { first: bounds.mark + 1, last: Math.min(bounds.last, bounds.mark + STRETCH) };
  const notes = notesOf(db);
  for (const { tbl } of prepared<{ tbl: string }>(db, 'SELECT DISTINCT tbl FROM change WHERE arrival BETWEEN +@first AND +@last').all(stretch)) {
    const sql = notes.get(tbl);
    if (sql) prepared(db, sql).run(stretch);
  }
  prepared(db, 'UPDATE search_mark SET arrival = ?').run(stretch.last);
}
