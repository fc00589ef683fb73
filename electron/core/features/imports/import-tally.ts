import type { ImportSummary, RowProblem } from '#shared/domain/import/model.ts';
import type { ImportPlan } from './import-plan.ts';
import type { ParseBatch } from './parse-job.ts';

const MAX_PROBLEMS = 1_000;

/** Adds up what became of a file's rows, batch by batch. */
export class ImportTally {
  rows = 0;
  rejected = 0;
  /** Bytes of the file behind the last batch. */
  bytes = 0;
  readonly #tables: ImportSummary['tables'] = {};
  readonly #problems: RowProblem[] = [];

  /** Rows that went into the book, or were in it already. */
  get taken(): number {
    return this.rows - this.rejected;
  }

  add(batch: ParseBatch, plan: ImportPlan): void {
    this.rows += batch.rows;
    this.rejected += batch.rejected + plan.rejected;
    this.bytes = batch.bytes;
    const room = MAX_PROBLEMS - this.#problems.length;
    this.#problems.push(...[...batch.problems, ...plan.problems].toSorted((a, b) => a.row - b.row).slice(0, room));
    for (const [table, counts] of Object.entries(plan.tables)) {
      const total = this.#tables[table] ??= { created: 0, updated: 0, same: 0, removed: 0 };
      for (const fate of ['created', 'updated', 'same', 'removed'] as const) total[fate] += counts[fate];
    }
  }

  result(): Pick<ImportSummary, 'rowsRead' | 'rowsRejected' | 'tables' | 'problems'> {
    return { rowsRead: this.rows, rowsRejected: this.rejected, tables: this.#tables, problems: this.#problems };
  }
}
