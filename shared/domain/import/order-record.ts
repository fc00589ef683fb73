import type { RowProblem } from './model.ts';
import { cellProblem, type RowValues } from './read-row.ts';
import { nameKey } from './text.ts';

export interface OrderRow { row: number; values: RowValues<'orders'> }

/** What a line says beside its order's own fields. */
export interface OrderLineRow { row: number; values: Omit<RowValues<'orders'>, HeadField | 'orderNo'> }

/** An order with its lines as one file gives it. */
export interface OrderRecord {
  orderNo: string;
  orderedOn: string;
  accountExternalId?: string;
  accountName?: string;
  currency?: string;
  employee?: string;
  lines: OrderLineRow[];
  /** A line of it could not be read, so that a line the file seems to lack may still be in it. */
  partial: boolean;
}

const headFields = ['orderedOn', 'accountExternalId', 'accountName', 'currency', 'employee'] as const;

type HeadField = (typeof headFields)[number];

function differs(field: HeadField, a: string, b: string): boolean {
  if (a === b) return false;
  return field === 'accountName' || field === 'employee' ? nameKey(a) !== nameKey(b) : true;
}

/**
 * Puts the rows of one order together. The first row decides date, account, currency and employee;
 * a later row that contradicts it is refused, one that says more fills in.
 * @param rows at least one, all of the same order number
 * @param columnOf header of the column that a field was read from
 */
export function assembleOrder(rows: readonly OrderRow[], partial: boolean, columnOf: (field: string) => string | null): { order: OrderRecord; problems: RowProblem[] } {
  const [first] = rows;
  if (!first) throw new Error('an order has at least one row');
  const head: Partial<Record<HeadField, string>> = {};
  const lines: OrderLineRow[] = [];
  const problems: RowProblem[] = [];
  for (const line of rows) {
    const against = headFields.find((field) => {
      const [known, given] = [head[field], line.values[field]];
      return known !== undefined && given !== undefined && differs(field, known, given);
    });
    if (against) {
      problems.push(cellProblem(line.row, columnOf(against), 'differs-in-order', line.values[against] ?? null));
      continue;
    }
    for (const field of headFields) head[field] ??= line.values[field];
    const { orderNo: _no, orderedOn: _on, accountExternalId: _id, accountName: _name, currency: _currency, employee: _employee, ...values } = line.values;
    lines.push({ row: line.row, values });
  }
  const order = { orderNo: first.values.orderNo ?? '', ...head, orderedOn: head.orderedOn ?? '', lines, partial: partial || problems.length > 0 };
  return { order, problems };
}
