import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';
import type { DaySpan, ReviewFigure } from '#shared/domain/review/model.ts';

/** Whose orders, in which currency. */
interface OrderScope {
  accountId: string;
  currency: string;
}

interface MonthRow {
  month: string;
  amount: number;
  cost: number | null;
  orders: number;
  lines: number;
  costed: number;
}

const MONTHS = `
  SELECT substr(o.ordered_on, 1, 7) AS month, sum(l.amount) AS amount, sum(l.cost) AS cost,
    count(DISTINCT o.id) AS orders, count(*) AS lines, count(l.cost) AS costed
  FROM sales_order o JOIN order_line l ON l.order_id = o.id
  WHERE o.account_id = ? AND o.ordered_on BETWEEN ? AND ? AND o.currency = ?
  GROUP BY 1 ORDER BY 1`;

/** By name, as the rows of a product are found: two products of one name are one to a reader. */
const PRODUCTS = `
  SELECT coalesce(p.name, '') AS name, sum(x.amount) AS amount, sum(x.before) AS lastYear,
    sum(x.now) AS lines, sum(1 - x.now) AS linesBefore
  FROM (
    SELECT l.product_id, l.amount, 0 AS before, 1 AS now
    FROM sales_order o JOIN order_line l ON l.order_id = o.id
    WHERE o.account_id = @accountId AND o.ordered_on BETWEEN @from AND @to AND o.currency = @currency
    UNION ALL
    SELECT l.product_id, 0, l.amount, 0
    FROM sales_order o JOIN order_line l ON l.order_id = o.id
    WHERE o.account_id = @accountId AND o.ordered_on BETWEEN @yearFrom AND @yearTo AND o.currency = @currency
  ) x LEFT JOIN product p ON p.id = x.product_id
  GROUP BY 1 HAVING sum(x.now) > 0
  ORDER BY amount DESC, lastYear DESC, name`;

const OTHER_CURRENCIES = `
  SELECT o.currency, sum(l.amount) AS amount
  FROM sales_order o JOIN order_line l ON l.order_id = o.id
  WHERE o.account_id = ? AND o.ordered_on BETWEEN ? AND ? AND o.currency <> ?
  GROUP BY o.currency ORDER BY o.currency`;

const LATEST = 'SELECT ordered_on AS day FROM sales_order WHERE account_id = ? AND currency = ? ORDER BY ordered_on DESC LIMIT 1';

/** The months of a span that have order lines, oldest first. Money in 1/10,000. */
export function readMonths(db: Database.Database, { accountId, currency }: OrderScope, { from, to }: DaySpan): MonthRow[] {
  return prepared<MonthRow>(db, MONTHS).all(accountId, from, to, currency);
}

/** Adds months up. The margin is missing unless every line names its cost. */
export function figureOf(months: MonthRow[]): ReviewFigure {
  const total = { amount: 0, cost: 0, orders: 0, lines: 0, costed: 0 };
  for (const month of months) {
    total.amount += month.amount;
    total.cost += month.cost ?? 0;
    total.orders += month.orders;
    total.lines += month.lines;
    total.costed += month.costed;
  }
  const known = total.lines > 0 && total.costed === total.lines;
  return { amount: total.amount, margin: known ? total.amount - total.cost : null, orders: total.orders, lines: total.lines };
}

/** What the orders of a period say beside its sums: products, highest amount first, currencies apart, the latest order of all. */
export function readOrderDetails(db: Database.Database, scope: OrderScope, current: DaySpan, lastYear: DaySpan) {
  const { accountId, currency } = scope;
  return {
    products: prepared<{ name: string; amount: number; lastYear: number; lines: number; linesBefore: number }>(db, PRODUCTS).all({ accountId, currency, ...current, yearFrom: lastYear.from, yearTo: lastYear.to }),
    otherCurrencies: prepared<{ currency: string; amount: number }>(db, OTHER_CURRENCIES).all(accountId, current.from, current.to, currency),
    latestOrderOn: prepared<{ day: string }>(db, LATEST).get(accountId, currency)?.day ?? null,
  };
}
