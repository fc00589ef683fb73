import type { ImportKind, RowProblem } from '#shared/domain/import/model.ts';
import type { ParseBatch, RecordsOf } from './parse-job.ts';

const BATCH_ROWS = 1_000;

/** Gathers rows until there are enough for one transaction. */
export class BatchBuilder<K extends ImportKind> {
  #batch: ParseBatch<K> = this.#empty();

  /** @param rows how many rows of the file the record was made of */
  add(record: RecordsOf[K], rows: number): void {
    this.#batch.records.push(record);
    this.#batch.rows += rows;
  }

  /** Counts rejected rows, each with at least one problem. */
  reject(problems: RowProblem[], rows = 1): void {
    for (const problem of problems) this.#batch.problems.push(problem);
    this.#batch.rows += rows;
    this.#batch.rejected += rows;
  }

  /** Counts rows that were not wanted. */
  skip(rows: number): void {
    this.#batch.skipped += rows;
  }

  get full(): boolean {
    return this.#batch.rows >= BATCH_ROWS;
  }

  /** Hands over what was gathered and starts anew. @param bytes of the file read so far */
  take(bytes: number): ParseBatch<K> {
    const batch = { ...this.#batch, bytes };
    this.#batch = this.#empty();
    return batch;
  }

  #empty(): ParseBatch<K> {
    return { type: 'batch', records: [], rows: 0, rejected: 0, skipped: 0, problems: [], bytes: 0 };
  }
}
