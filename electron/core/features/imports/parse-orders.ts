import { assembleOrder, type OrderRow } from '#shared/domain/import/order-record.ts';
import { SortedRows } from '#core/db/sorted-rows.ts';
import type { CsvRow } from './csv-splitter.ts';
import { orderKey, scanOrders } from './order-scan.ts';
import type { GroupedKind, ParseEvent, ParseJob } from './parse-job.ts';
import { RecordWindow } from './record-window.ts';
import { columnOf, rowDecoder } from './row-decoder.ts';
import { wantedRows } from './wanted-rows.ts';

/** Gathers the rows of one order and gives it to the window when the next begins. */
class OrderCollector {
  readonly window = new RecordWindow<'orders'>({ rowsOf: ({ lines }) => lines.length, accountOf: ({ accountExternalId, accountName }) => accountExternalId ?? accountName ?? '' });
  readonly #decode: ReturnType<typeof rowDecoder<GroupedKind>>;
  readonly #job: ParseJob;
  readonly #broken: boolean;
  #key = '';
  #rows: OrderRow[] = [];
  #partial = false;

  constructor(job: ParseJob, kind: GroupedKind, broken: boolean) {
    this.#job = job;
    this.#broken = broken;
    this.#decode = rowDecoder(kind, job);
  }

  add(key: string, row: CsvRow): void {
    if (key !== this.#key) {
      this.finish();
      this.#key = key;
    }
    const decoded = this.#decode(row);
    if (decoded.ok) this.#rows.push({ row: decoded.row, values: decoded.values });
    else {
      this.#partial = true;
      this.window.reject(decoded.problems);
    }
  }

  /** A row of no known order; it must not part two rows of one. */
  addLoose(row: CsvRow): void {
    const decoded = this.#decode(row);
    if (!decoded.ok) this.window.reject(decoded.problems);
  }

  finish(): void {
    if (this.#rows.length > 0) {
      const { order, problems } = assembleOrder(this.#rows, this.#partial || this.#broken, (field) => columnOf(this.#job, field));
      this.window.add(order);
      if (problems.length > 0) this.window.reject(problems, problems.length);
    }
    this.#rows = [];
    this.#partial = false;
  }
}

async function* parseTogether(job: ParseJob, collector: OrderCollector): AsyncGenerator<ParseEvent> {
  let bytes = 0;
  for await (const piece of wantedRows(job)) {
    bytes = piece.bytes;
    collector.window.skip(piece.skipped);
    for (const row of piece.rows) {
      const key = orderKey(row, job);
      if (key === '') collector.addLoose(row);
      else collector.add(key, row);
      if (collector.window.full) yield* collector.window.take(bytes);
    }
  }
  collector.finish();
  yield* collector.window.take(bytes);
}

async function* parseStaged(job: ParseJob, collector: OrderCollector): AsyncGenerator<ParseEvent> {
  const stage = new SortedRows();
  try {
    let bytes = 0;
    for await (const piece of wantedRows(job)) {
      bytes = piece.bytes;
      collector.window.skip(piece.skipped);
      for (const row of piece.rows) {
        const key = orderKey(row, job);
        if (key === '' || row.cells === null) collector.addLoose(row);
        else stage.add(key, row.row, row.cells);
      }
      if (collector.window.full) yield* collector.window.take(0);
      yield { type: 'checking' };
    }
    for (const { key, row, cells } of stage.sorted()) {
      collector.add(key, { row, cells });
      if (collector.window.full) yield* collector.window.take(bytes);
    }
    collector.finish();
    yield* collector.window.take(bytes);
  } finally {
    stage.close();
  }
}

/** Reads an order file so that every order comes whole, wherever its rows stand. */
export async function* parseOrders(job: ParseJob, kind: GroupedKind): AsyncGenerator<ParseEvent> {
  const { together, broken } = yield* scanOrders(job);
  const collector = new OrderCollector(job, kind, broken);
  yield* together ? parseTogether(job, collector) : parseStaged(job, collector);
}
