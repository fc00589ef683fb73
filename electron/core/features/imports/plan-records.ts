import type { ProblemCode } from '#shared/domain/import/problems.ts';
import { cellProblem, type RowValues } from '#shared/domain/import/read-row.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { FreshRows } from './fresh-rows.ts';
import { ImportPlan } from './import-plan.ts';
import type { PendingLinks } from './pending-links.ts';
import type { RecordsOf } from './parse-job.ts';
import type { Planner, PlannerContext } from './planner.ts';
import { RefusedIds } from './refused-ids.ts';
import { Repeats } from './repeats.ts';
import type { SqlRow, SqlValue, TableSql } from './table-sql.ts';

const PORTION = 1_000;

export type RecordKind = 'accounts' | 'colleagues' | 'products';

/** What one kind of record is called and kept as. */
export interface RecordTerms<K extends RecordKind> {
  table: TableSql;
  name: (values: RowValues<K>) => string;
  /** What the row gives for the table's columns. */
  given: (values: RowValues<K>) => SqlRow;
  /** Columns of a new record for which the row gives nothing, and those set once. */
  defaults: SqlRow;
  once: () => SqlValue[];
  /** The record that the row is about; undefined for a new one. A doubtful row is asked for again when every row was read. */
  find: (row: number, name: string, externalId: string | undefined, plan: ImportPlan, last: boolean) => Result<string | undefined, ProblemCode>;
  withExternal: (externalId: string | undefined) => readonly string[];
  learn: (id: string, name: string, externalId: string | undefined) => void;
  refresh: () => void;
  links?: { pending: PendingLinks; of: (row: number, id: string, values: RowValues<K>) => void };
}

/** Plans rows that are each about one record of one table. */
export class RecordPlanner<K extends RecordKind> implements Planner<K> {
  readonly #context: PlannerContext;
  readonly #terms: RecordTerms<K>;
  readonly #repeats = new Repeats();
  readonly #refused = new RefusedIds();
  readonly #fresh: FreshRows;
  readonly #waiting = new Set<string>();
  readonly #held: { row: number; values: RowValues<K> }[] = [];

  constructor(context: PlannerContext, terms: RecordTerms<K>) {
    this.#context = context;
    this.#terms = terms;
    this.#fresh = new FreshRows(terms.table);
  }

  refresh(): void {
    this.#terms.refresh();
  }

  plan(records: readonly RecordsOf[K][], plan: ImportPlan): void {
    this.#fresh.clear();
    for (const { row, values } of records as readonly { row: number; values: RowValues<K> }[]) this.#planOne(row, values, plan);
  }

  *finish(): Generator<ImportPlan> {
    for (let from = 0; from < this.#held.length; from += PORTION) {
      const plan = new ImportPlan();
      this.#fresh.clear();
      for (const { row, values } of this.#held.slice(from, from + PORTION)) this.#planOne(row, values, plan, true);
      yield plan;
    }
    yield* this.#terms.links?.pending.plans(this.#context.db) ?? [];
  }

  #planOne(row: number, values: RowValues<K>, plan: ImportPlan, last = false): void {
    const { db, uuid, columnOf } = this.#context;
    const terms = this.#terms;
    const name = terms.name(values);
    const { externalId } = values as RowValues<RecordKind>;
    const refuse = (code: ProblemCode): void => {
      plan.reject(code === 'repeated' ? cellProblem(row, columnOf('externalId', 'name', 'lastName'), code, externalId ?? name) : cellProblem(row, columnOf('name', 'lastName'), code, name));
      this.#refused.note(externalId, terms.withExternal(externalId));
    };
    if (this.#refused.has(externalId)) return refuse('repeated');
    // What becomes of a number is decided by the first row that has it, so that the others wait with it.
    const waits = !last && externalId !== undefined && this.#waiting.has(externalId);
    const found = waits ? fail<ProblemCode>('account-doubtful') : terms.find(row, name, externalId, plan, last);
    if (!found.ok && found.error === 'account-doubtful' && !last) {
      this.#held.push({ row, values });
      if (externalId !== undefined) this.#waiting.add(externalId);
      return;
    }
    if (!found.ok) return refuse(found.error);
    const id = found.value ?? uuid();
    const met = this.#repeats.meet(id, values);
    if (met === 'other') return refuse('repeated');
    if (met === 'same') return;
    if (found.value === undefined) {
      this.#fresh.insert(plan, id, { ...terms.defaults, ...terms.given(values) }, terms.once());
      terms.links?.pending.made(id);
    } else this.#fresh.merge(db, plan, id, terms.given(values));
    terms.learn(id, name, externalId);
    terms.links?.of(row, id, values);
  }
}
