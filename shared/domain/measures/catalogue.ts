/** money: 1/10,000 of the book currency · count · days · instant: ms UTC · date: `YYYY-MM-DD` · share: 0 … 1 */
type MeasureUnit = 'money' | 'count' | 'days' | 'instant' | 'date' | 'share';

/**
 * When a measure is missing rather than zero:
 * - `before-first`: until the account's first fact on or before the end of the window;
 * - `any-part-unknown`: when one of the rows it would sum does not say, since a sum over the rest would pass for the whole;
 * - `none-found`: when there is nothing to point to;
 * - `never`: zero is a true answer.
 */
type MissingPolicy = 'before-first' | 'any-part-unknown' | 'none-found' | 'never';

export interface MeasureDefinition {
  unit: MeasureUnit;
  /** `needed` for those that count over a stretch of days; `none` for those that look at the as-of date alone. */
  window: 'needed' | 'none';
  /** Which way is better for us. */
  better: 'more' | 'less' | 'neither';
  missing: MissingPolicy;
  source: 'sales_order' | 'interaction' | 'task';
}

/**
 * Every number the app shows about an account. Facts count by their business date (orders by day, interactions by instant);
 * tasks, being judgements, by when they were entered and done. Money is of orders in the book currency only: other currencies
 * are shown apart; counts and dates of orders look at all. Margin is amount − cost, and missing as soon as one line of the window has no cost: a margin over some
 * lines beside the revenue of all would mislead; `orders.costShare` says how much of the revenue has a cost.
 */
export const measures = {
  'orders.amount': { unit: 'money', window: 'needed', better: 'more', missing: 'before-first', source: 'sales_order' },
  'orders.cost': { unit: 'money', window: 'needed', better: 'less', missing: 'any-part-unknown', source: 'sales_order' },
  'orders.margin': { unit: 'money', window: 'needed', better: 'more', missing: 'any-part-unknown', source: 'sales_order' },
  'orders.costShare': { unit: 'share', window: 'needed', better: 'more', missing: 'none-found', source: 'sales_order' },
  'orders.count': { unit: 'count', window: 'needed', better: 'more', missing: 'before-first', source: 'sales_order' },
  'orders.lastOn': { unit: 'date', window: 'none', better: 'more', missing: 'none-found', source: 'sales_order' },
  'orders.daysSinceLast': { unit: 'days', window: 'none', better: 'less', missing: 'none-found', source: 'sales_order' },
  'interactions.count': { unit: 'count', window: 'needed', better: 'more', missing: 'never', source: 'interaction' },
  'interactions.lastAt': { unit: 'instant', window: 'none', better: 'more', missing: 'none-found', source: 'interaction' },
  'interactions.daysSinceLast': { unit: 'days', window: 'none', better: 'less', missing: 'none-found', source: 'interaction' },
  'tasks.openCount': { unit: 'count', window: 'none', better: 'neither', missing: 'never', source: 'task' },
  'tasks.lateCount': { unit: 'count', window: 'none', better: 'less', missing: 'never', source: 'task' },
  'tasks.nextDue': { unit: 'date', window: 'none', better: 'neither', missing: 'none-found', source: 'task' },
} as const satisfies Record<string, MeasureDefinition>;

export type MeasureId = keyof typeof measures;
