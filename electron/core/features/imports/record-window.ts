import type { ImportKind, RowProblem } from '#shared/domain/import/model.ts';
import { BatchBuilder } from './batch-builder.ts';
import type { ParseBatch, RecordsOf } from './parse-job.ts';

/** The first stretch is short, so that writing begins soon; each is twice the one before, up to the longest. */
const FIRST_ROWS = 2_000;
const WINDOW_ROWS = 20_000;

export interface WindowTerms<K extends ImportKind> {
  /** Of how many rows of the file the record was made. */
  rowsOf: (record: RecordsOf[K]) => number;
  /** How the record names its account; where absent, records stay in the order of the file. */
  accountOf?: ((record: RecordsOf[K]) => string) | undefined;
}

/**
 * Hands records over in batches. Those of which the book keeps each account's together are put in the order of their
 * accounts first, a stretch of the file at a time: each transaction then touches few pages. Halves what is written to
 * disk where a file goes by date.
 */
export class RecordWindow<K extends ImportKind> {
  readonly #batch = new BatchBuilder<K>();
  readonly #terms: WindowTerms<K>;
  #records: RecordsOf[K][] = [];
  #rows = 0;
  #bytes = 0;
  #limit = FIRST_ROWS;

  constructor(terms: WindowTerms<K>) {
    this.#terms = terms;
  }

  add(record: RecordsOf[K]): void {
    if (!this.#terms.accountOf) return this.#batch.add(record, this.#terms.rowsOf(record));
    this.#records.push(record);
    this.#rows += this.#terms.rowsOf(record);
  }

  reject(problems: RowProblem[], rows?: number): void {
    this.#batch.reject(problems, rows);
  }

  /** Counts rows that were not wanted. */
  skip(rows: number): void {
    this.#batch.skip(rows);
  }

  get full(): boolean {
    return this.#rows >= this.#limit || this.#batch.full;
  }

  /** Hands over what was gathered, in batches, and starts anew. @param bytes of the file read so far */
  *take(bytes: number): Generator<ParseBatch<K>> {
    const [records, rows, before] = [this.#sorted(), this.#rows, this.#bytes];
    this.#records = [];
    this.#rows = 0;
    this.#bytes = bytes;
    this.#limit = Math.min(this.#limit * 2, WINDOW_ROWS);
    let done = 0;
    for (const record of records) {
      const made = this.#terms.rowsOf(record);
      this.#batch.add(record, made);
      done += made;
      if (this.#batch.full) yield this.#batch.take(before + Math.floor((bytes - before) * (done / rows)));
    }
    yield this.#batch.take(bytes);
  }

  #sorted(): RecordsOf[K][] {
    const accountOf = this.#terms.accountOf ?? (() => '');
    const keyed = this.#records.map((record) => ({ record, account: accountOf(record) }));
    return keyed.toSorted((a, b) => (a.account === b.account ? 0 : a.account < b.account ? -1 : 1)).map(({ record }) => record);
  }
}
