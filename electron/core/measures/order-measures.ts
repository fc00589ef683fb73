import type { MeasureId } from '#shared/domain/measures/catalogue.ts';
import type { DateRange } from '#shared/domain/measures/window.ts';
import type { MeasureContext } from './measure-request.ts';
import type { SqlText } from './sql-text.ts';

/** What `order_total` says of each order: net amount, cost, amount of the lines with a cost, and how many lines have none. */
const ORDER_TOTAL = `
  o.account_id, o.ordered_on, sum(l.amount) AS amount, sum(l.cost) AS cost,
  sum(l.amount) FILTER (WHERE l.cost IS NOT NULL) AS costed, count(l.cost) AS known, count(l.order_id) - count(l.cost) AS unknown`;

/**
 * The order measures of one statement. Lines are added up to orders once, however many windows are asked for,
 * and each window then adds up orders: fewer rows, and the date compared once for each order instead of each line.
 */
export class OrderTotals {
  readonly #text: SqlText;
  readonly #context: MeasureContext;
  readonly #sums: string[] = [];
  #range: DateRange | null = null;
  #firstOwn = false;
  #firstAny = false;
  #currency: string | null = null;

  constructor(text: SqlText, context: MeasureContext) {
    this.#text = text;
    this.#context = context;
  }

  /** The SQL expression of a measure, over `scope s` and what `tables` and `join` add. */
  column(measure: MeasureId, range: DateRange | null): string {
    if (range) return this.#windowed(measure, range);
    const last = `(SELECT o.ordered_on FROM sales_order o WHERE o.account_id = s.id AND o.ordered_on <= ${this.#text.bind(this.#context.asOf)} ORDER BY o.ordered_on DESC LIMIT 1)`;
    return measure === 'orders.lastOn' ? last : `CAST(julianday(${this.#text.bind(this.#context.asOf)}) - julianday(${last}) AS INTEGER)`;
  }

  /** The accounts to measure, with the dates before which their sums are missing rather than zero. */
  scope(accounts: string): string {
    const first = (condition: string): string => `(SELECT o.ordered_on FROM sales_order o WHERE o.account_id = a.id ${condition} ORDER BY o.ordered_on LIMIT 1)`;
    const columns = ['a.id'];
    if (this.#firstOwn) columns.push(`${first(`AND o.currency = ${this.#ownCurrency()}`)} AS first_own`);
    if (this.#firstAny) columns.push(`${first('')} AS first_any`);
    return `SELECT ${columns.join(', ')} FROM ${accounts} a`;
  }

  tables(): string[] {
    if (!this.#range || this.#sums.length === 0) return [];
    const dates = `o.ordered_on BETWEEN ${this.#text.bind(this.#range.from)} AND ${this.#text.bind(this.#range.to)}`;
    return [`order_sum AS MATERIALIZED (
      SELECT account_id, ${this.#sums.join(',\n')} FROM (
        SELECT ${ORDER_TOTAL} FROM scope s
        CROSS JOIN sales_order o ON o.account_id = s.id AND ${dates} AND o.currency = ${this.#ownCurrency()}
        CROSS JOIN order_line l ON l.order_id = o.id
        GROUP BY o.account_id, o.ordered_on, o.id)
      GROUP BY account_id)`];
  }

  join(): string {
    return this.#sums.length === 0 ? '' : 'LEFT JOIN order_sum t ON t.account_id = s.id';
  }

  #windowed(measure: MeasureId, range: DateRange): string {
    if (measure === 'orders.count') {
      this.#firstAny = true;
      const between = `BETWEEN ${this.#text.bind(range.from)} AND ${this.#text.bind(range.to)}`;
      return `CASE WHEN s.first_any <= ${this.#text.bind(range.to)} THEN (SELECT count(*) FROM sales_order o WHERE o.account_id = s.id AND o.ordered_on ${between}) END`;
    }
    switch (measure) {
      case 'orders.amount':
        this.#firstOwn = true;
        return `CASE WHEN s.first_own <= ${this.#text.bind(range.to)} THEN coalesce(${this.#sum('amount', range)}, 0) END`;
      case 'orders.cost':
        return `CASE WHEN ${this.#sum('known', range)} > 0 AND ${this.#sum('unknown', range)} = 0 THEN ${this.#sum('cost', range)} END`;
      case 'orders.margin':
        return `CASE WHEN ${this.#sum('known', range)} > 0 AND ${this.#sum('unknown', range)} = 0 THEN ${this.#sum('amount', range)} - ${this.#sum('cost', range)} END`;
      case 'orders.costShare':
        return `CASE WHEN ${this.#sum('amount', range)} <> 0 THEN 1.0 * coalesce(${this.#sum('costed', range)}, 0) / ${this.#sum('amount', range)} END`;
      default:
        throw new Error(`${measure} is no measure of orders over a window`);
    }
  }

  /** Adds a conditional sum over the orders of a window and widens the dates that are read. */
  #sum(column: 'amount' | 'cost' | 'costed' | 'known' | 'unknown', { from, to }: DateRange): string {
    this.#range = {
      from: this.#range && this.#range.from < from ? this.#range.from : from,
      to: this.#range && this.#range.to > to ? this.#range.to : to,
    };
    const name = `sum${this.#sums.length}`;
    this.#sums.push(`sum(${column}) FILTER (WHERE ordered_on BETWEEN ${this.#text.bind(from)} AND ${this.#text.bind(to)}) AS ${name}`);
    return `t.${name}`;
  }

  #ownCurrency(): string {
    return (this.#currency ??= this.#text.bind(this.#context.currency));
  }
}
