import { cleanCell } from '#shared/domain/import/text.ts';
import type { CsvRow } from './csv-splitter.ts';
import type { ParseJob, ParseSign } from './parse-job.ts';
import { wantedRows } from './wanted-rows.ts';

/** What a look through an order file tells before its rows are read. */
export interface OrderScan {
  /** Rows of one order stand together, so that they can be read in one go. */
  together: boolean;
  /** Some rows have no readable shape or no order number; any order may be missing a line. */
  broken: boolean;
}

/** The order number of a row; empty when it has none. */
export function orderKey(row: CsvRow, job: ParseJob): string {
  return row.cells === null ? '' : cleanCell(row.cells[job.mapping['orderNo'] ?? -1] ?? '');
}

const byText = (a: string, b: string): boolean => a <= b;
const byNumber = (a: string, b: string): boolean => a.length < b.length || (a.length === b.length && a <= b);

/**
 * Order numbers that only rise, or only fall, cannot come twice. That needs no memory of them, however many there are;
 * a file without such an order is sorted on disk instead.
 */
export async function* scanOrders(job: ParseJob): AsyncGenerator<ParseSign, OrderScan> {
  let last: string | undefined;
  let broken = false;
  const runs = { rise: true, fall: true, riseByNumber: true, fallByNumber: true };
  for await (const { rows } of wantedRows(job)) {
    for (const row of rows) {
      const key = orderKey(row, job);
      if (key === '') {
        broken = true;
        continue;
      }
      if (last !== undefined && key !== last) {
        runs.rise &&= byText(last, key);
        runs.fall &&= byText(key, last);
        runs.riseByNumber &&= byNumber(last, key);
        runs.fallByNumber &&= byNumber(key, last);
      }
      last = key;
    }
    yield { type: 'checking' };
  }
  return { together: Object.values(runs).includes(true), broken };
}
