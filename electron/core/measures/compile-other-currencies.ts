import type { DateRange } from '#shared/domain/measures/window.ts';
import { scopeSql, type AccountScope } from './account-scope.ts';
import type { MeasureContext } from './measure-request.ts';
import { SqlText, type Bindings } from './sql-text.ts';

/** Orders of a stretch of days in other currencies than the book's, each added up by itself: `accountId`, `currency`, `amount` in 1/10,000. */
export function compileOtherCurrencies(range: DateRange, context: MeasureContext, scope: AccountScope): { sql: string; bindings: Bindings } {
  const text = new SqlText();
  const sql = `SELECT o.account_id AS accountId, o.currency, sum(l.amount) AS amount
    FROM ${scopeSql(scope)} s CROSS JOIN sales_order o ON o.account_id = s.id
      AND o.ordered_on BETWEEN ${text.bind(range.from)} AND ${text.bind(range.to)} AND o.currency <> ${text.bind(context.currency)}
    CROSS JOIN order_line l ON l.order_id = o.id
    GROUP BY o.account_id, o.currency ORDER BY o.account_id, o.currency`;
  return { sql, bindings: text.bindings };
}
