import type Database from 'better-sqlite3';
import { rowState, type Place, type RowState } from '#shared/domain/sync/row-state.ts';
import { cutCycles } from '#shared/domain/sync/cut-cycles.ts';
import { prepared } from '#core/db/prepared.ts';
import { isErased, writesOf } from './row-writes.ts';
import { ACYCLIC, type Suspects } from './suspects.ts';
import { deleteRow, insertRow, keysPointing, readRow, rowExists, syncTables, updateRow, type Row, type SyncTable } from './sync-tables.ts';

interface Settled {
  table: SyncTable;
  key: string;
  /** What the row's own changes come to. */
  base: RowState;
  erased: boolean;
  /** What it is to be; null for none. */
  row: Row | null;
  /** Its own changes would have it, what it needs is missing. */
  killed: boolean;
}

const NOBODY: Place = { clock: 0, device: '' };

/**
 * Finds what rows are to be so that all of them fit together, from nothing but the changes of the rows: every book that
 * has the same changes comes to the same rows, in whatever order they came. In this order:
 * a row goes whose owner is gone, or what it needs was erased or has not come yet; a row comes back, though deleted, that
 * another needs; a reference to what is gone is emptied; of a circle the line drawn last goes.
 */
export class Settlement {
  readonly #db: Database.Database;
  readonly #tables: Map<string, SyncTable>;
  readonly #rows = new Map<string, Settled>();

  constructor(db: Database.Database, suspects: Suspects) {
    this.#db = db;
    this.#tables = syncTables(db);
    for (const { table, key } of suspects.rows) this.#load(table, key);
    this.#kill();
    this.#revive();
    this.#empty();
    for (const [name, column] of Object.entries(ACYCLIC)) if (suspects.drawn.has(name)) this.#cut(name, column);
  }

  /** Whether any row has to be changed. */
  get acts(): boolean {
    return [...this.#rows.values()].some((one) => this.#difference(one) !== null);
  }

  /** Makes the rows what they are to be. */
  apply(): void {
    for (const one of this.#rows.values()) {
      const change = this.#difference(one);
      if (change === 'delete') deleteRow(this.#db, one.table, one.key);
      else if (change === 'insert' && one.row) insertRow(this.#db, one.table, one.row);
      else if (change) updateRow(this.#db, one.table, one.key, change as Row);
    }
  }

  /** Notes which rows are other than their own changes would have them: they are looked at again each time. */
  note(): void {
    for (const one of this.#rows.values()) {
      const sql = this.#isBent(one) ? 'INSERT INTO bent_row (tbl, key) VALUES (?, ?) ON CONFLICT DO NOTHING' : 'DELETE FROM bent_row WHERE tbl = ? AND key = ?';
      prepared(this.#db, sql).run(one.table.name, one.key);
    }
  }

  #load(table: SyncTable, key: string): Settled {
    const id = `${table.name}\n${key}`;
    const known = this.#rows.get(id);
    if (known) return known;
    const base = rowState(writesOf(this.#db, table, key));
    const erased = isErased(this.#db, table.name, key);
    const loaded: Settled = { table, key, base, erased, row: base.alive && !erased ? { ...base.fields } : null, killed: false };
    this.#rows.set(id, loaded);
    return loaded;
  }

  #isBent({ base, erased, row }: Settled): boolean {
    if (erased) return false;
    if (base.alive !== (row !== null)) return true;
    return row !== null && Object.entries(base.fields).some(([field, value]) => row[field] !== value);
  }

  #difference({ table, key, row }: Settled): Row | 'insert' | 'delete' | null {
    const current = readRow(this.#db, table, key);
    if (row === null) return current ? 'delete' : null;
    if (!current) return 'insert';
    const fields = Object.fromEntries(Object.entries(row).filter(([field, value]) => Object.hasOwn(current, field) && current[field] !== value));
    return Object.keys(fields).length > 0 ? fields : null;
  }

  /** The row that a link leads to, if it is among those to settle or not in the book at all. */
  #target(parent: string, key: string): Settled | null {
    const table = this.#tables.get(parent);
    if (!table) return null;
    return this.#rows.get(`${parent}\n${key}`) ?? (rowExists(this.#db, table, key) ? null : this.#load(table, key));
  }

  /** Whether a row of these fields cannot be there, not even with what could come back for its sake. */
  #lacks(table: SyncTable, fields: Row): boolean {
    return table.links.some(({ column, parent, bond }) => {
      const value = fields[column];
      if (bond === 'may' || value === null || value === undefined) return false;
      const target = this.#target(parent, String(value));
      if (!target || target.row) return false;
      return bond === 'part' || this.#cannotBe(target);
    });
  }

  /** Whether a row that is not there cannot come back either. */
  #cannotBe({ table, base, erased, killed }: Settled): boolean {
    return erased || killed || !base.known || this.#lacks(table, base.fields);
  }

  #children(one: Settled, bonds: readonly string[]): Settled[] {
    return one.table.referrers.filter(({ bond }) => bonds.includes(bond)).flatMap(({ table, column }) => {
      const child = this.#tables.get(table);
      return child ? keysPointing(this.#db, child, column, one.key).map((key) => this.#load(child, key)) : [];
    });
  }

  #kill(): void {
    let size: number;
    let killed: boolean;
    do {
      size = this.#rows.size;
      killed = false;
      for (const one of this.#rows.values()) {
        if (one.row) {
          one.killed = this.#lacks(one.table, one.row);
          if (one.killed) one.row = null;
          killed ||= one.killed;
        }
        if (!one.row) {
          this.#children(one, this.#cannotBe(one) ? ['part', 'needs'] : ['part']);
        }
      }
    } while (killed || this.#rows.size > size);
  }

  #isNeeded(one: Settled): boolean {
    return one.table.referrers.filter(({ bond }) => bond === 'needs').some(({ table, column }) => {
      const child = this.#tables.get(table);
      if (child && keysPointing(this.#db, child, column, one.key).some((key) => !this.#rows.has(`${table}\n${key}`))) return true;
      return [...this.#rows.values()].some((other) => other.table.name === table && other.row?.[column] === one.key);
    });
  }

  #revive(): void {
    let revived: boolean;
    do {
      revived = false;
      for (const one of this.#rows.values()) {
        if (one.row || !this.#isNeeded(one) || this.#cannotBe(one)) continue;
        one.row = { ...one.base.fields };
        revived = true;
      }
    } while (revived);
  }

  #empty(): void {
    for (const one of this.#rows.values()) if (!one.row) this.#children(one, ['may']);
    for (const { table, row } of this.#rows.values()) {
      for (const { column, parent, bond } of table.links) {
        const value = row?.[column];
        if (!row || bond !== 'may' || value === null || value === undefined) continue;
        const target = this.#target(parent, String(value));
        if (target && !target.row) row[column] = null;
      }
    }
  }

  #cut(name: string, column: string): void {
    const table = this.#tables.get(name);
    if (!table) return;
    const next = new Map(prepared<{ id: string; up: string }>(this.#db, `SELECT id, "${column}" AS up FROM "${name}" WHERE "${column}" IS NOT NULL`).all().map(({ id, up }) => [id, up]));
    for (const { table: { name: other }, key, row } of this.#rows.values()) {
      if (other !== name) continue;
      const up = row?.[column];
      if (typeof up === 'string') next.set(key, up);
      else next.delete(key);
    }
    for (const id of cutCycles(next, (key) => this.#load(table, key).base.writers.get(column) ?? NOBODY)) {
      const { row } = this.#load(table, id);
      if (row) row[column] = null;
    }
  }
}
