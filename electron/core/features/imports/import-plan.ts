import type Database from 'better-sqlite3';
import type { DoubtfulName, ImportSummary, RowProblem } from '#shared/domain/import/model.ts';
import { prepared } from '#core/db/prepared.ts';
import type { SqlRow, SqlValue, TableSql } from './table-sql.ts';

export type Fate = 'created' | 'updated' | 'same' | 'removed';

/**
 * What a batch will do, decided before anything is written: a trial run is the same plan, not carried out.
 * Counts and problems are those of the plan.
 */
export class ImportPlan {
  readonly tables: ImportSummary['tables'] = {};
  readonly problems: RowProblem[] = [];
  readonly doubtful: DoubtfulName[] = [];
  rejected = 0;
  incomplete = 0;
  readonly #statements: { sql: string; values: SqlValue[] }[] = [];

  get empty(): boolean {
    return this.#statements.length === 0;
  }

  /** @param row in the order of the table's key, columns and once-set columns */
  insert(table: TableSql, row: SqlValue[]): void {
    this.#statements.push({ sql: table.insert, values: row });
    this.count(table, 'created');
  }

  /**
   * @param row all of the table's columns; those that stay as they are leave no trace in the change log
   * @returns the planned values in the order of the columns, to be changed while the plan is not carried out
   */
  update(table: TableSql, row: SqlRow, key: readonly SqlValue[]): SqlValue[] {
    this.count(table, 'updated');
    return this.complete(table, row, key);
  }

  /** Sets columns of a row that the same run made, which counts as one with its making. */
  complete(table: TableSql, row: SqlRow, key: readonly SqlValue[]): SqlValue[] {
    const values = [...table.columns.map((column) => row[column] ?? null), ...key];
    this.#statements.push({ sql: table.update, values });
    return values;
  }

  remove(table: TableSql, key: SqlValue[]): void {
    this.#statements.push({ sql: table.remove, values: key });
    this.count(table, 'removed');
  }

  count(table: TableSql, fate: Fate, by = 1): void {
    const counts = this.tables[table.name] ??= { created: 0, updated: 0, same: 0, removed: 0 };
    counts[fate] += by;
  }

  /** Refuses one row of the file. */
  reject(problem: RowProblem): void {
    this.problems.push(problem);
    this.rejected += 1;
  }

  /** Takes a row without one of its values. */
  lack(problem: RowProblem): void {
    this.problems.push(problem);
    this.incomplete += 1;
  }

  /** Carries the plan out; call inside the book's write door. */
  run(db: Database.Database): void {
    for (const { sql, values } of this.#statements) prepared(db, sql).run(...values);
  }
}
