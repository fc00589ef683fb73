import { monthRanges } from '#shared/domain/measures/month-ranges.ts';
import { resolveWindow, type DateRange } from '#shared/domain/measures/window.ts';
import { addMonths } from '#shared/kernel/dates.ts';
import { compileMeasures } from './compile-measures.ts';
import { compileOtherCurrencies } from './compile-other-currencies.ts';
import { lastInteraction } from './interaction-measures.ts';
import { scopeSql, type AccountScope } from './account-scope.ts';
import type { MeasureContext, MeasureRequest } from './measure-request.ts';
import { SqlText, type Bindings } from './sql-text.ts';
import { nextTask } from './task-measures.ts';

interface Statement {
  sql: string;
  bindings: Bindings;
}

/** The statements behind the figures of accounts: money, other currencies, and the latest and next things. */
export interface AccountFigureStatements {
  money: Statement;
  others: Statement;
  touches: Statement;
}

/** The days that `revenue` and `margin` look back over, and those of the year before: twelve months each, side by side. */
function figureWindows(asOf: string): { current: DateRange; before: DateRange } {
  return { current: resolveWindow({ months: 12 }, asOf), before: resolveWindow({ months: 12 }, addMonths(asOf, -12)) };
}

function compileTouches(context: MeasureContext, scope: AccountScope): Statement {
  const text = new SqlText();
  const sql = `SELECT f.*, k.title AS nextTask, k.due_on AS nextDue FROM (
      SELECT s.id AS accountId, ${lastInteraction(text, 'at', context)} AS lastInteractionAt,
        ${lastInteraction(text, 'kind', context)} AS lastInteractionKind, ${nextTask(text, 'id', context)} AS nextTaskId
      FROM ${scopeSql(scope)} s) f LEFT JOIN task k ON k.id = f.nextTaskId`;
  return { sql, bindings: text.bindings };
}

function compile(context: MeasureContext, scope: AccountScope): AccountFigureStatements {
  const { current, before } = figureWindows(context.asOf);
  const months = monthRanges(context.asOf, 12).map((window, index): [string, MeasureRequest] => [`month${index}`, { measure: 'orders.amount', window }]);
  const requests: Record<string, MeasureRequest> = {
    revenue: { measure: 'orders.amount', window: current },
    revenueBefore: { measure: 'orders.amount', window: before },
    margin: { measure: 'orders.margin', window: current },
    ...Object.fromEntries(months),
  };
  return { money: compileMeasures(requests, context, scope), others: compileOtherCurrencies(current, context, scope), touches: compileTouches(context, scope) };
}

const known = new Map<string, AccountFigureStatements>();

/** Compiles once a day and book: every save needs these, and compiling takes as long as running them. */
export function compileAccountFigures(context: MeasureContext, scope: AccountScope): AccountFigureStatements {
  const key = `${context.asOf} ${context.timeZone} ${context.currency} ${scope}`;
  const made = known.get(key) ?? compile(context, scope);
  if (known.size > 20) known.clear();
  known.set(key, made);
  return made;
}
