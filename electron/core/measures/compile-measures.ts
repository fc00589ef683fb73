import { measures } from '#shared/domain/measures/catalogue.ts';
import { resolveWindow, type DateRange } from '#shared/domain/measures/window.ts';
import { interactionColumn } from './interaction-measures.ts';
import { scopeSql, type AccountScope } from './account-scope.ts';
import type { MeasureContext, MeasureRequest } from './measure-request.ts';
import { OrderTotals } from './order-measures.ts';
import { SqlText, type Bindings } from './sql-text.ts';
import { taskColumn } from './task-measures.ts';

export interface CompiledMeasures {
  /** One row for each account: `account_id`, then a column for each request under its name. Over `some` accounts it also needs `ids`. */
  sql: string;
  bindings: Bindings;
}

function rangeOf(name: string, request: MeasureRequest, asOf: string): DateRange | null {
  const needed = measures[request.measure].window === 'needed';
  if (needed !== (request.window !== undefined)) throw new Error(`${name}: ${request.measure} takes ${needed ? 'a' : 'no'} window`);
  return request.window === undefined ? null : resolveWindow(request.window, asOf);
}

/**
 * Turns named measures over all or some accounts into one parameterised statement that passes each source table once.
 * Names become column names and must be plain words of the program, never input.
 * @param text collects the values; a statement around this one gives its own
 * @throws Error when a window is missing or not wanted, or a name is no plain word
 */
export function compileMeasures(requests: Record<string, MeasureRequest>, context: MeasureContext, scope: AccountScope, text = new SqlText()): CompiledMeasures {
  const orders = new OrderTotals(text, context);
  const columns = Object.entries(requests).map(([name, request]) => {
    if (!/^[a-z]\w*$/i.test(name)) throw new Error(`${name}: not a column name`);
    const range = rangeOf(name, request, context.asOf);
    switch (measures[request.measure].source) {
      case 'sales_order': return `${orders.column(request.measure, range)} AS ${name}`;
      case 'interaction': return `${interactionColumn(text, request.measure, range, context)} AS ${name}`;
      case 'task': return `${taskColumn(text, request.measure, context)} AS ${name}`;
    }
  });
  const sql = `WITH ${[`scope AS MATERIALIZED (${orders.scope(scopeSql(scope))})`, ...orders.tables()].join(',\n')}
    SELECT s.id AS account_id, ${columns.join(',\n')} FROM scope s ${orders.join()}`;
  return { sql, bindings: text.bindings };
}
