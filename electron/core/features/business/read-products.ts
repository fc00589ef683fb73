import type Database from 'better-sqlite3';
import type { DateRange } from '#shared/domain/measures/window.ts';
import { prepared } from '#core/db/prepared.ts';

export interface ProductFigure {
  /** Null for the lines that name no product. */
  productId: string | null;
  name: string;
  amount: number;
  amountBefore: number;
  lines: number;
}

const BY_PRODUCT = `
  SELECT l.product_id AS productId, coalesce(p.name, '') AS name,
    coalesce(sum(l.amount) FILTER (WHERE o.ordered_on BETWEEN +@from AND +@to), 0) AS amount,
    coalesce(sum(l.amount) FILTER (WHERE o.ordered_on BETWEEN +@fromBefore AND +@toBefore), 0) AS amountBefore,
    count(*) FILTER (WHERE o.ordered_on BETWEEN +@from AND +@to) AS lines
  FROM sales_order o CROSS JOIN order_line l ON l.order_id = o.id LEFT JOIN product p ON p.id = l.product_id
  WHERE o.account_id = +@accountId AND o.ordered_on BETWEEN +@fromBefore AND +@to AND o.currency = +@currency
    AND (o.ordered_on <= +@toBefore OR o.ordered_on >= +@from)
  GROUP BY l.product_id ORDER BY amount DESC, amountBefore DESC, name, l.product_id`;

/** All products of an account in two stretches of days, the one with the most revenue first; also those sold in the earlier stretch only. */
export function readProducts(db: Database.Database, accountId: string, currency: string, current: DateRange, before: DateRange): ProductFigure[] {
  return prepared<ProductFigure>(db, BY_PRODUCT).all({ accountId, currency, from: current.from, to: current.to, fromBefore: before.from, toBefore: before.to });
}
