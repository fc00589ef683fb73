import type Database from 'better-sqlite3';
import type { SentChange } from '#shared/domain/sync/model.ts';
import { isLater, rowState, samePlace, type Place } from '#shared/domain/sync/row-state.ts';
import { prepared } from '#core/db/prepared.ts';
import { eraseRow } from './erase-row.ts';
import { isErased, writesOf } from './row-writes.ts';
import type { Suspects } from './suspects.ts';
import { deleteRow, insertRow, readRow, syncTables, updateRow, type Row, type SyncTable } from './sync-tables.ts';

/** Thrown for what no program of ours wrote. */
export class DamagedBundle extends Error {}

export interface Applying extends Place {
  /** Number of its stamp here. */
  stamp: number;
  /** Nothing in the book comes after it: what it says holds without looking further. */
  newest: boolean;
}

/** Writes changes of other devices into the rows, as far as they are the latest word; the rest is kept as overruled. */
export class ChangeApplier {
  readonly #db: Database.Database;
  readonly #suspects: Suspects;
  readonly #tables: Map<string, SyncTable>;

  constructor(db: Database.Database, suspects: Suspects) {
    this.#db = db;
    this.#suspects = suspects;
    this.#tables = syncTables(db);
  }

  apply([name, key, op, sent]: SentChange, at: Applying): void {
    const table = this.#tables.get(name);
    if (!table) throw new DamagedBundle(`no table ${name}`);
    const fields = this.#checked(table, key, op, sent);
    if (op === 4) {
      this.#suspects.addWithChildren(table, key);
      deleteRow(this.#db, table, key);
      eraseRow(this.#db, name, key, at.stamp);
    } else if (!isErased(this.#db, name, key)) {
      if (at.newest) this.#applyNewest(table, key, op, fields, at);
      else this.#applyAmong(table, key, op, fields, at);
    }
  }

  /** The fields that the table has, and the key's own values: those are not taken from the content. */
  #checked(table: SyncTable, key: string, op: SentChange[2], sent: Row | null): Row {
    const parts = table.keyColumns.length === 1 ? [key] : readKey(key);
    if (parts.length !== table.keyColumns.length) throw new DamagedBundle('no key');
    if (sent === null) return {};
    for (const [place, column] of table.keyColumns.entries()) if (Object.hasOwn(sent, column) ? sent[column] !== parts[place] : op === 1) throw new DamagedBundle('another key');
    return sent;
  }

  #applyNewest(table: SyncTable, key: string, op: 1 | 2 | 3, fields: Row, at: Applying): void {
    if (op === 3) {
      this.#suspects.addChildren(table, key);
      if (deleteRow(this.#db, table, key)) return;
    } else if (op === 1 ? insertRow(this.#db, table, fields) : updateRow(this.#db, table, key, fields, true)) {
      this.#suspects.addDoubtful(table, key, fields);
      return;
    }
    this.#applyFields(table, key, op, fields, at, () => true);
  }

  /** A change that later ones may already have covered. */
  #applyAmong(table: SyncTable, key: string, op: 1 | 2 | 3, fields: Row, at: Applying): void {
    const writes = writesOf(this.#db, table, key);
    if (writes.some((write) => samePlace(write, at))) return;
    const newest = writes.every((write) => isLater(at, write));
    if (newest && (op !== 1 || writes.length === 0)) return this.#applyNewest(table, key, op, fields, at);
    const { alive, writers } = rowState(writes);
    this.#applyFields(table, key, alive ? op : 3, fields, at, (field) => {
      const writer = writers.get(field);
      return !writer || isLater(at, writer);
    }, op);
  }

  /** Of an update the fields that win and differ; all that does not show in the row is kept aside, and what is more than that is settled with the other rows. */
  #applyFields(table: SyncTable, key: string, how: 1 | 2 | 3, fields: Row, at: Applying, wins: (field: string) => boolean, op = how): void {
    const current = how === 2 ? readRow(this.#db, table, key) : null;
    if (!current) {
      this.#overrule(table, key, op, fields, at);
      this.#suspects.add(table, key);
      return;
    }
    const [winning, losing]: [Row, Row] = [{}, {}];
    for (const [field, value] of Object.entries(fields)) (table.columns.includes(field) && wins(field) && current[field] !== value ? winning : losing)[field] = value;
    updateRow(this.#db, table, key, winning);
    this.#suspects.addDoubtful(table, key, winning);
    if (Object.keys(losing).length > 0) this.#overrule(table, key, op, losing, at);
  }

  #overrule(table: SyncTable, key: string, op: 1 | 2 | 3, fields: Row, { stamp }: Applying): void {
    prepared(this.#db, 'INSERT INTO overruled (key, tbl, stamp, op, data) VALUES (?, ?, ?, ?, ?)').run(key, table.name, stamp, op, op === 3 ? null : JSON.stringify(fields));
  }
}

function readKey(key: string): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(key);
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number')) return parts as (string | number)[];
  } catch {
    // Said below.
  }
  throw new DamagedBundle('no key');
}
