import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import { keysPointing, rowExists, syncTables, type Row, type SyncTable } from './sync-tables.ts';

/** Tables in which rows stand above one another, and the column that says so: none may stand above itself. */
export const ACYCLIC: Readonly<Record<string, string>> = { account: 'parent_id', position: 'reports_to_id' };

export interface Suspect {
  table: SyncTable;
  key: string;
}

/** Rows that may not fit the others any more once changes of several books have come together. */
export class Suspects {
  readonly #db: Database.Database;
  readonly #rows = new Map<string, Suspect>();
  /** Tables in which a line upward was drawn. */
  readonly drawn = new Set<string>();

  constructor(db: Database.Database) {
    this.#db = db;
    const tables = syncTables(db);
    // What a rule bent before may fit by now.
    for (const { tbl, key } of prepared<{ tbl: string; key: string }>(db, 'SELECT tbl, key FROM bent_row').all()) {
      const table = tables.get(tbl);
      if (table) this.add(table, key);
    }
  }

  get rows(): Suspect[] {
    return [...this.#rows.values()];
  }

  add(table: SyncTable, key: string): void {
    this.#rows.set(`${table.name}\n${key}`, { table, key });
    if (ACYCLIC[table.name] !== undefined) this.drawn.add(table.name);
  }

  /** The row, if what was just written makes it point at something that is not there; lines upward are looked at as well. */
  addDoubtful(table: SyncTable, key: string, written: Row): void {
    for (const { column, parent } of table.links) {
      const above = syncTables(this.#db).get(parent);
      if (above) this.addPointing(table, key, column, above, written[column]);
    }
  }

  /** The same for one column. */
  addPointing(table: SyncTable, key: string, column: string, above: SyncTable, target: Row[string] | undefined): void {
    if (target === null || target === undefined) return;
    if (ACYCLIC[table.name] === column) this.drawn.add(table.name);
    if (!rowExists(this.#db, above, String(target))) this.add(table, key);
  }

  /** Rows that point at one that is about to go, and that one if there are any. */
  addChildren(table: SyncTable, key: string): void {
    for (const { table: name, column } of table.referrers) {
      const child = syncTables(this.#db).get(name);
      for (const childKey of child ? keysPointing(this.#db, child, column, key) : []) {
        if (child) this.add(child, childKey);
        this.add(table, key);
      }
    }
  }

  addWithChildren(table: SyncTable, key: string): void {
    this.addChildren(table, key);
    this.add(table, key);
  }
}
