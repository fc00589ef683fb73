import type Database from 'better-sqlite3';
import { changedFields } from '#shared/domain/import/changed-fields.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import type { SqlRow, SqlValue, TableSql } from './table-sql.ts';

/** What the batch in hand plans for a row: its values, and where among them the columns begin. */
interface Planned { values: SqlValue[]; from: number }

/**
 * Rows of one table of which a file may speak more than once. The book has what a batch plans only when the plan is
 * carried out; until then further rows of the file change the plan.
 */
export class FreshRows {
  readonly #table: TableSql;
  readonly #planned = new Map<string, Planned>();
  /** Rows whose making or first change was counted; in a trial the book never has what a batch before this one planned. */
  readonly #counted = new Set<string>();

  constructor(table: TableSql) {
    this.#table = table;
  }

  /** A new batch: what the last one planned is in the book. */
  clear(): void {
    this.#planned.clear();
  }

  /** @param once values of the table's columns that are set once */
  insert(plan: ImportPlan, id: string, given: SqlRow, once: readonly SqlValue[]): void {
    const values = [id, ...this.#table.columns.map((column) => given[column] ?? null), ...once];
    this.#planned.set(id, { values, from: 1 });
    this.#counted.add(id);
    plan.insert(this.#table, values);
  }

  /** Plans what a further row says of a record, be it in the book or about to be. Its making, or its first change, counts once, whatever follows. */
  merge(db: Database.Database, plan: ImportPlan, id: string, given: SqlRow): void {
    const planned = this.#planned.get(id);
    if (planned) {
      for (const [index, column] of this.#table.columns.entries()) planned.values[planned.from + index] = given[column] ?? planned.values[planned.from + index] ?? null;
      return;
    }
    const isCounted = this.#counted.has(id);
    const current = prepared<SqlRow>(db, this.#table.select).get(id);
    if (current && changedFields(current, given)) {
      const row = { ...current, ...given };
      this.#planned.set(id, { values: isCounted ? plan.complete(this.#table, row, [id]) : plan.update(this.#table, row, [id]), from: 0 });
      this.#counted.add(id);
    } else if (!isCounted) plan.count(this.#table, 'same');
  }
}
