import type Database from 'better-sqlite3';
import type { ChangeShape, SentChange } from '#shared/domain/sync/model.ts';
import { isLater, rowState, samePlace, type Place } from '#shared/domain/sync/row-state.ts';
import { prepared } from '#core/db/prepared.ts';
import { checkedKey, planOf, type ChangePlan } from './change-plan.ts';
import { eraseRow } from './erase-row.ts';
import type { ErasedPeople } from './erased-people.ts';
import type { RowPlaces } from './row-places.ts';
import { writesOf } from './row-writes.ts';
import type { Suspects } from './suspects.ts';
import { deleteRow, readRow, updateRow, type Row, type SyncTable } from './sync-tables.ts';

export interface Applying extends Place {
  /** Number of its stamp here. */
  stamp: number;
}

interface Parts {
  places: RowPlaces;
  suspects: Suspects;
  people: ErasedPeople;
}

const asRow = ({ shape: { fields }, values }: SentChange): Row => Object.fromEntries(fields.map((field, at) => [field, values[at] ?? null]));

/** Writes changes of other devices into the rows, as far as they are the latest word; the rest is kept as overruled. */
export class ChangeApplier {
  readonly #db: Database.Database;
  readonly #parts: Parts;
  readonly #plans = new Map<ChangeShape, ChangePlan>();

  constructor(db: Database.Database, parts: Parts) {
    this.#db = db;
    this.#parts = parts;
  }

  apply(change: SentChange, at: Applying): void {
    const { shape, key, values } = change;
    const { places, suspects, people } = this.#parts;
    let plan = this.#plans.get(shape);
    if (!plan) this.#plans.set(shape, (plan = planOf(this.#db, shape)));
    const parts = checkedKey(plan, key, values);
    const isErased = places.isErased(shape.table, key);
    if (shape.op === 4) {
      if (!isErased) people.note(shape.table, key);
      suspects.addWithChildren(plan.table, key);
      deleteRow(this.#db, plan.table, key);
      eraseRow(this.#db, shape.table, key, at.stamp);
      places.noteErased(shape.table, key);
      return;
    }
    if (isErased) return;
    const before = places.note(shape.table, key, at.clock);
    if (before === 'among' || (before === 'later' && shape.op === 1)) this.#applyAmong(plan, change, at);
    else if (!this.#writeNewest(plan, change, parts)) this.#applyFields(plan.table, key, shape.op, asRow(change), at, () => true);
  }

  /** @returns whether it shows in the row, whole */
  #writeNewest({ table, places, statement, links }: ChangePlan, { shape, key, values }: SentChange, parts: (string | number)[]): boolean {
    const { suspects } = this.#parts;
    if (shape.op === 3) {
      suspects.addChildren(table, key);
      return deleteRow(this.#db, table, key);
    }
    const own = places.length === values.length ? values : places.map((place) => values[place] ?? null);
    if (!statement || (shape.op === 1 ? statement.run(own) : statement.run(own, parts, own)).changes === 0) return false;
    for (const { place, parent, column } of links) suspects.addPointing(table, key, column, parent, values[place] ?? null);
    return true;
  }

  /** A change that later ones may already have covered. */
  #applyAmong(plan: ChangePlan, change: SentChange, at: Applying): void {
    const { shape: { op }, key } = change;
    const { table } = plan;
    const writes = writesOf(this.#db, table, key);
    if (writes.some((write) => samePlace(write, at))) return;
    const newest = writes.every((write) => isLater(at, write));
    if (newest && (op !== 1 || writes.length === 0) && this.#writeNewest(plan, change, checkedKey(plan, key, change.values))) return;
    const { alive, writers } = rowState(writes);
    this.#applyFields(table, key, newest || alive ? op : 3, asRow(change), at, (field) => {
      const writer = writers.get(field);
      return !writer || isLater(at, writer);
    }, op);
  }

  /** Of an update the fields that win and differ; all that does not show in the row is kept aside, and what is more than that is settled with the other rows. */
  #applyFields(table: SyncTable, key: string, how: number, fields: Row, at: Applying, wins: (field: string) => boolean, op = how): void {
    const current = how === 2 ? readRow(this.#db, table, key) : null;
    if (!current) {
      this.#overrule(table, key, op, fields, at);
      this.#parts.suspects.add(table, key);
      return;
    }
    const [winning, losing]: [Row, Row] = [{}, {}];
    for (const [field, value] of Object.entries(fields)) (table.columns.includes(field) && wins(field) && current[field] !== value ? winning : losing)[field] = value;
    updateRow(this.#db, table, key, winning);
    this.#parts.suspects.addDoubtful(table, key, winning);
    if (Object.keys(losing).length > 0) this.#overrule(table, key, op, losing, at);
  }

  #overrule(table: SyncTable, key: string, op: number, fields: Row, { stamp }: Applying): void {
    prepared(this.#db, 'INSERT INTO overruled (key, tbl, stamp, op, data) VALUES (?, ?, ?, ?, ?)').run(key, table.name, stamp, op, op === 3 ? null : JSON.stringify(fields));
  }
}
