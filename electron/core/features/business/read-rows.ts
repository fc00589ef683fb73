import type Database from 'better-sqlite3';
import type { OrderLine } from '#shared/domain/order/model.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';
import { LINE_COST } from '#core/measures/line-sums.ts';

export interface RowsRequest {
  accountId: string;
  from: string;
  to: string;
  /** Undefined for all; null for the lines that name none. */
  productId?: string | null | undefined;
  exceptProductIds?: readonly (string | null)[] | undefined;
  orderId?: string | undefined;
  currency: string;
  limit: number;
}

interface RowsAnswer {
  rows: OrderLine[];
  count: number;
  amount: number;
  cost: number | null;
}

const LINES = `
  FROM sales_order o CROSS JOIN order_line l ON l.order_id = o.id
  WHERE o.account_id = +@accountId AND o.ordered_on BETWEEN +@from AND +@to AND o.currency = +@currency
    AND (+@orderId = '' OR o.id = +@orderId) AND (+@anyProduct OR l.product_id IS +@productId)
    AND NOT EXISTS (SELECT 1 FROM json_each(+@except) e WHERE e.value IS l.product_id)`;

const ROWS = `
  SELECT s.*, p.name AS product, p.category FROM (
    SELECT o.id AS orderId, l.line_no AS lineNo, o.external_id AS orderNo, o.ordered_on AS orderedOn, o.currency, l.product_id AS productId,
      l.quantity, l.list_price AS listPrice, l.price, l.discount, l.amount, l.cost, l.is_return AS isReturn
    ${LINES} ORDER BY o.ordered_on DESC, o.id DESC, l.line_no LIMIT +@limit) s
  LEFT JOIN product p ON p.id = s.productId ORDER BY s.orderedOn DESC, s.orderId DESC, s.lineNo`;

const SUMS = `SELECT count(*) AS count, coalesce(sum(l.amount), 0) AS amount, ${LINE_COST} AS cost ${LINES}`;

/** The currency of an order of the account. @throws CodedError `not-found` on `orderId` */
export function orderCurrency(db: Database.Database, accountId: string, orderId: string): string {
  return found(prepared<{ currency: string }>(db, 'SELECT currency FROM sales_order WHERE id = ? AND +account_id = +?').get(orderId, accountId), 'orderId').currency;
}

/** The order lines behind a number, newest first, with the count and sums of all of them, also beyond the limit. */
export function readRows(db: Database.Database, request: RowsRequest): RowsAnswer {
  const { accountId, from, to, productId, exceptProductIds = [], orderId = '', currency, limit } = request;
  const bindings = {
    accountId, from, to, orderId, currency, productId: productId ?? null, anyProduct: productId === undefined ? 1 : 0, except: JSON.stringify(exceptProductIds),
  };
  const sums = prepared<Omit<RowsAnswer, 'rows'>>(db, SUMS).get(bindings);
  const rows = prepared<Omit<OrderLine, 'isReturn'> & { isReturn: number; productId: string | null }>(db, ROWS).all({ ...bindings, limit })
    .map(({ productId: _product, isReturn, ...row }) => ({ ...row, isReturn: isReturn === 1 }));
  return { rows, count: sums?.count ?? 0, amount: sums?.amount ?? 0, cost: sums?.cost ?? null };
}
