import type { DoubtfulName, ImportSummary, RowProblem } from '#shared/domain/import/model.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import type { ImportPlan } from './import-plan.ts';
import type { ParseBatch } from './parse-job.ts';

const MAX_PROBLEMS = 1_000;
const MAX_DOUBTFUL = 200;
/** Beyond this many, rows are counted and no longer kept: a file of which nothing fits is mended as a whole. */
const MAX_LEFT_OUT = 100_000;

/** Adds up what became of a file's rows, batch by batch. */
export class ImportTally {
  rows = 0;
  rejected = 0;
  /** Bytes of the file behind the last batch. */
  bytes = 0;
  /** What is wrong with each row that was left out, or taken without a value. */
  readonly leftOut = new Map<number, RowProblem[]>();
  #skipped = 0;
  #incomplete = 0;
  readonly #tables: ImportSummary['tables'] = {};
  readonly #problems: RowProblem[] = [];
  readonly #doubtful = new Map<string, DoubtfulName>();

  /** Rows that went into the book, or were in it already. */
  get taken(): number {
    return this.rows - this.rejected;
  }

  add(batch: ParseBatch, plan: ImportPlan): void {
    this.rows += batch.rows;
    this.rejected += batch.rejected;
    this.#skipped += batch.skipped;
    this.bytes = batch.bytes;
    this.#note(batch.problems);
    this.addPlan(plan);
  }

  /** Adds what was planned beside any batch. */
  addPlan(plan: ImportPlan): void {
    this.rejected += plan.rejected;
    this.#incomplete += plan.incomplete;
    this.#note(plan.problems);
    for (const doubt of plan.doubtful) {
      const key = nameKey(doubt.name);
      if (!this.#doubtful.has(key) && this.#doubtful.size < MAX_DOUBTFUL) this.#doubtful.set(key, doubt);
    }
    for (const [table, counts] of Object.entries(plan.tables)) {
      const total = this.#tables[table] ??= { created: 0, updated: 0, same: 0, removed: 0 };
      for (const fate of ['created', 'updated', 'same', 'removed'] as const) total[fate] += counts[fate];
    }
  }

  result(): Pick<ImportSummary, 'rowsRead' | 'rowsRejected' | 'rowsIncomplete' | 'rowsSkipped' | 'tables' | 'problems' | 'doubtful'> {
    return {
      rowsRead: this.rows, rowsRejected: this.rejected, rowsIncomplete: this.#incomplete, rowsSkipped: this.#skipped, tables: this.#tables,
      problems: this.#problems.toSorted((a, b) => a.row - b.row), doubtful: [...this.#doubtful.values()],
    };
  }

  #note(problems: readonly RowProblem[]): void {
    const room = MAX_PROBLEMS - this.#problems.length;
    if (room > 0) this.#problems.push(...problems.toSorted((a, b) => a.row - b.row).slice(0, room));
    for (const problem of problems) {
      const known = this.leftOut.get(problem.row);
      if (known) known.push(problem);
      else if (this.leftOut.size < MAX_LEFT_OUT) this.leftOut.set(problem.row, [problem]);
    }
  }
}
