import type Database from 'better-sqlite3';
import { cutLines } from './cut-lines.ts';
import { entriesOfRow, entriesOfStep, type LoggedRow, type LoggedValue } from './log.ts';
import { foldedInto, mergeOf, readMerge, takenLater, undoneSince, type MergeStep } from './merge-steps.ts';
import { prepared } from './prepared.ts';
import { standIns } from './stand-ins.ts';
import { capturedTables, keyCondition, keyValues, PART_OF, type TableShape } from './tables.ts';
import { planHoles, planRow, type KeptReason, type RowPlan } from './undo-row.ts';

const id = (table: string, key: string): string => `${table}\n${key}`;

export function readRow(db: Database.Database, table: TableShape, key: string): LoggedRow | null {
  return prepared<LoggedRow>(db, `SELECT * FROM "${table.name}" WHERE ${keyCondition(table)}`).get(...keyValues(table, key)) ?? null;
}

/** Turns what would be reverted on a row into what is kept. */
function keep(plan: RowPlan, reason: KeptReason, byStep: number | null, field: string | null = null): void {
  if (field === null) {
    plan.remove = false;
    plan.restore = null;
    plan.update = {};
    plan.kept.push({ field: null, from: null, to: null, reason, byStep });
  } else {
    const change = plan.update[field];
    delete plan.update[field];
    plan.kept.push({ field, from: change?.back ?? null, to: change?.now ?? null, reason, byStep });
  }
}

/** The plan of undoing one step: every row it touched, after all that must stay has been taken out. */
export class UndoPlan {
  readonly rows = new Map<string, RowPlan>();
  readonly tables: Map<string, TableShape>;
  readonly #db: Database.Database;
  readonly #step: number;
  readonly #merge: MergeStep | null;
  #pointing: RowPlan[] = [];
  /** Parent table → the columns of other tables that point at it. */
  readonly #children = new Map<string, { table: TableShape; column: string }[]>();

  constructor(db: Database.Database, step: number) {
    this.#db = db;
    this.#step = step;
    this.tables = new Map(capturedTables(db).map((table) => [table.name, table]));
    for (const table of this.tables.values()) {
      for (const { column, parentTable } of table.references) {
        this.#children.set(parentTable, [...(this.#children.get(parentTable) ?? []), { table, column }]);
      }
    }
    this.#merge = readMerge(db, step);
    this.#planStep(step, this.#merge);
    const own = new Set(this.rows.keys());
    if (this.#merge) for (const before of undoneSince(db, step)) this.#planStep(before.no, before);
    this.#close();
    // What an undone merge still has to leave where it is was said when that was undone.
    for (const [key, plan] of this.rows) if (!own.has(key) && !this.#acts(plan)) this.rows.delete(key);
  }

  #planStep(step: number, merge: MergeStep | null): void {
    const seen = new Set<string>();
    for (const entry of entriesOfStep(this.#db, step)) {
      const [key, table] = [id(entry.table, entry.key), this.tables.get(entry.table)];
      if (!table || seen.has(key)) continue;
      seen.add(key);
      const known = this.rows.get(key);
      if (known && (known.remove || known.restore)) continue;
      const [entries, current] = [entriesOfRow(this.#db, entry.table, entry.key), readRow(this.#db, table, entry.key)];
      const plan = planRow(entries, step, current) ?? (step === this.#step ? null : planHoles(entries, step, current));
      if (!plan) continue;
      if (merge) this.#keepMoved(table, plan, current, merge);
      if (!known) this.rows.set(key, plan);
      else known.update = { ...plan.update, ...known.update };
    }
  }

  /** What a merge moved, and what was done since with that which was moved. */
  #keepMoved(table: TableShape, plan: RowPlan, current: LoggedRow | null, merge: MergeStep): void {
    const taken = plan.restore && takenLater(this.#db, table, plan.key, merge, this.#step);
    if (taken) keep(plan, 'changed-later', taken);
    const column = `${merge.kind}_id`;
    if (!current || !(plan.remove || plan.update[column]?.now === merge.survivorId)) return;
    const folded = foldedInto(this.#db, table, plan.key, current, merge, this.#step);
    if (folded !== null) keep(plan, 'changed-later', folded, plan.remove ? null : column);
  }

  /**
   * Takes the changes of these rows out of the plan, since with them a rule of the domain would break: the lines among
   * them where it brings any back, else the rows whole. Without that one line a record that comes back is better than none.
   */
  keepForInvariant(table: string, keys: string[]): boolean {
    const held = keys.map((key) => this.rows.get(id(table, key))).filter((plan): plan is RowPlan => plan !== undefined && this.#acts(plan));
    const column = this.tables.get(table)?.references.find(({ parentTable }) => parentTable === table)?.column ?? '';
    const lines = held.filter((plan) => plan.update[column] !== undefined);
    for (const plan of lines) keep(plan, 'invariant', null, column);
    if (lines.length === 0) for (const plan of held) keep(plan, 'invariant', null);
    this.#close();
    return held.length > 0;
  }

  /** Once nothing more has to stay: what has to give way to that which goes back. */
  settle(): void {
    const positions = new Map([...this.rows.values()].filter(({ table }) => table === 'position').map((plan) => [plan.key, plan]));
    const returns = this.#merge?.kind === 'person' && this.rows.get(id('person', this.#merge.mergedId))?.restore ? this.#merge : null;
    for (const plan of [...cutLines(this.#db, positions), ...standIns(this.#db, positions, returns)]) {
      const known = this.rows.get(id(plan.table, plan.key));
      if (known) Object.assign(known.update, plan.update);
      else this.rows.set(id(plan.table, plan.key), plan);
    }
  }

  #acts(plan: RowPlan): boolean {
    return plan.remove || plan.restore !== null || Object.keys(plan.update).length > 0;
  }

  /** Repeats the rules of dependence until nothing more has to stay; each round only ever keeps more, so it ends. */
  #close(): void {
    let changed = true;
    while (changed) {
      changed = false;
      this.#pointing = [...this.rows.values()].filter((plan) => this.#bringsReference(plan));
      for (const plan of this.rows.values()) {
        if (plan.remove) changed = this.#keepIfNeeded(plan) || changed;
        else if (plan.restore) {
          this.#redirect(plan, plan.restore);
          changed = this.#keepIfOrphan(plan) || changed;
        }
        for (const { column, parentTable } of this.tables.get(plan.table)?.references ?? []) {
          const back = plan.update[column]?.back;
          if (typeof back === 'string' && !this.#willExist(parentTable, back)) {
            keep(plan, 'missing-reference', null, column);
            changed = true;
          }
        }
      }
    }
  }

  #keepIfNeeded(plan: RowPlan): boolean {
    const table = this.tables.get(plan.table);
    const ownerColumn = PART_OF[plan.table];
    if (!table) return false;
    if (ownerColumn !== undefined) {
      const ownerTable = table.references.find((one) => one.column === ownerColumn)?.parentTable ?? '';
      const owner = this.rows.get(id(ownerTable, String(readRow(this.#db, table, plan.key)?.[ownerColumn])));
      if (owner?.did === 'insert' && !owner.remove) {
        keep(plan, 'depended-on', owner.kept.at(-1)?.byStep ?? null);
        return true;
      }
    }
    for (const { table: child, column } of this.#children.get(plan.table) ?? []) {
      const blocker = this.#blocker(child, column, plan.key);
      if (blocker) {
        keep(plan, 'depended-on', this.#lastStepOf(child.name, blocker));
        return true;
      }
    }
    return false;
  }

  /** Key of a row that will still point at `parentKey` after the undo, or null. */
  #blocker(child: TableShape, column: string, parentKey: string): string | null {
    const keys = child.keyColumns.length === 1 ? `"${child.keyColumns[0]}"` : `json_array(${child.keyColumns.map((c) => `"${c}"`).join(', ')})`;
    for (const { key } of prepared<{ key: string }>(this.#db, `SELECT ${keys} AS key FROM "${child.name}" WHERE "${column}" = ?`).iterate(parentKey)) {
      const plan = this.rows.get(id(child.name, key));
      const leaves = plan && (plan.remove || (plan.update[column] !== undefined && plan.update[column].back !== parentKey));
      if (!leaves) return key;
    }
    for (const plan of this.#pointing) {
      const returns: LoggedValue | undefined = plan.table === child.name ? plan.restore?.[column] ?? plan.update[column]?.back : undefined;
      if (returns === parentKey) return plan.key;
    }
    return null;
  }

  /** Whether the plan brings back a row or a reference, which may point at what it removes elsewhere. */
  #bringsReference(plan: RowPlan): boolean {
    const references = this.tables.get(plan.table)?.references ?? [];
    return references.some(({ column }) => plan.restore !== null || plan.update[column] !== undefined);
  }

  /** A row that comes back while what it refers to is part of another record refers to that one; who was above it may be nobody now. */
  #redirect(plan: RowPlan, row: LoggedRow): void {
    const table = this.tables.get(plan.table);
    for (const { column, parentTable } of table?.references ?? []) {
      const target = row[column];
      if (typeof target !== 'string' || table?.keyColumns.includes(column) || this.#willExist(parentTable, target)) continue;
      let merge = mergeOf(this.#db, parentTable, target, this.#step);
      const byStep = merge?.no ?? null;
      while (merge && !this.#willExist(parentTable, merge.survivorId)) merge = mergeOf(this.#db, parentTable, merge.survivorId, this.#step);
      const instead = merge && merge.survivorId !== plan.key ? merge.survivorId : null;
      if (instead === null && !(this.#merge && parentTable === plan.table)) continue;
      plan.restore = { ...plan.restore, [column]: instead };
      plan.kept.push({ field: column, from: target, to: instead, reason: 'missing-reference', byStep });
    }
  }

  #keepIfOrphan(plan: RowPlan): boolean {
    const missing = (this.tables.get(plan.table)?.references ?? []).some(({ column, parentTable }) => {
      const target = plan.restore?.[column];
      return target !== null && target !== undefined && !this.#willExist(parentTable, String(target));
    });
    if (missing) keep(plan, 'missing-reference', null);
    return missing;
  }

  #willExist(table: string, key: string): boolean {
    const plan = this.rows.get(id(table, key));
    if (plan?.restore) return true;
    if (plan?.remove) return false;
    const shape = this.tables.get(table);
    return shape !== undefined && readRow(this.#db, shape, key) !== null;
  }

  #lastStepOf(table: string, key: string): number | null {
    return entriesOfRow(this.#db, table, key).at(-1)?.step ?? null;
  }
}
