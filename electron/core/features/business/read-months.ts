import type Database from 'better-sqlite3';
import { monthRanges, yearBefore } from '#shared/domain/measures/month-ranges.ts';
import type { DateRange } from '#shared/domain/measures/window.ts';
import { monthOf, type IsoDate } from '#shared/kernel/dates.ts';
import { prepared } from '#core/db/prepared.ts';
import { LINE_MARGIN } from '#core/measures/line-sums.ts';

export interface MonthFigure {
  month: string;
  days: DateRange;
  daysBefore: DateRange;
  amount: number;
  margin: number | null;
  amountBefore: number;
  marginBefore: number | null;
  lines: number;
}

interface MonthSum {
  month: string;
  amount: number;
  margin: number | null;
  lines: number;
}

const BY_MONTH = `
  SELECT substr(o.ordered_on, 1, 7) AS month, sum(l.amount) AS amount, ${LINE_MARGIN} AS margin, count(*) AS lines
  FROM sales_order o CROSS JOIN order_line l ON l.order_id = o.id
  WHERE o.account_id = +@accountId AND o.ordered_on BETWEEN +@from AND +@to AND o.currency = +@currency GROUP BY month`;

function sumsOf(db: Database.Database, accountId: string, currency: string, { from, to }: DateRange): Map<string, MonthSum> {
  return new Map(prepared<MonthSum>(db, BY_MONTH).all({ accountId, currency, from, to }).map((row) => [row.month, row]));
}

/** The days of twelve months to `until`, and the same days of the year before. */
export function periodDays(until: IsoDate): { current: DateRange; before: DateRange; months: { days: DateRange; daysBefore: DateRange }[] } {
  const months = monthRanges(until, 12).map((days) => ({ days, daysBefore: yearBefore(days) }));
  const span = (pick: (month: (typeof months)[number]) => DateRange): DateRange => {
    const [first, last] = [months[0], months.at(-1)];
    return { from: first ? pick(first).from : until, to: last ? pick(last).to : until };
  };
  return { current: span((month) => month.days), before: span((month) => month.daysBefore), months };
}

/** Twelve months of an account in the book currency beside the same days a year before, oldest first. */
export function readMonths(db: Database.Database, accountId: string, currency: string, until: IsoDate): MonthFigure[] {
  const { current, before, months } = periodDays(until);
  const now = sumsOf(db, accountId, currency, current);
  const then = sumsOf(db, accountId, currency, before);
  return months.map(({ days, daysBefore }) => {
    const month = monthOf(days.from);
    const [sum, sumBefore] = [now.get(month), then.get(monthOf(daysBefore.from))];
    return {
      month, days, daysBefore, amount: sum?.amount ?? 0, margin: sum?.margin ?? null,
      amountBefore: sumBefore?.amount ?? 0, marginBefore: sumBefore?.margin ?? null, lines: sum?.lines ?? 0,
    };
  });
}
