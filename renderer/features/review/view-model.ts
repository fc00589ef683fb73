import type { DaySpan, Quarter, ReviewFigure, ReviewFigures } from '#shared/domain/review/model.ts';
import { changeOf } from '#shared/domain/review/change-of.ts';
import { spanOfQuarter } from '#shared/domain/review/span-of-quarter.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';

/** Which figures the rows of the comparison show. */
export const measures = ['amount', 'margin', 'orders', 'lines'] as const;
export type Measure = (typeof measures)[number];

export const periods = ['current', 'lastQuarter', 'lastYear'] as const;
export type PeriodName = (typeof periods)[number];

export interface ComparisonCell {
  value: number | null;
  /** How far the current figure lies above (+) or below this one, as a ratio; null for the current one or without a base. */
  change: number | null;
}

const quarterOf = (date: IsoDate): Quarter => ({ year: Number(date.slice(0, 4)), quarter: Math.ceil(Number(date.slice(5, 7)) / 3) });

/** The quarter a review is about when nobody says: the running one, or that of the latest order where it has none yet. */
export function defaultQuarter(today: IsoDate, latestOrderOn: IsoDate | null): Quarter {
  const running = quarterOf(today);
  return latestOrderOn === null || latestOrderOn >= spanOfQuarter(running).from ? running : quarterOf(latestOrderOn);
}

/** The quarter `count` quarters on. */
export function shiftQuarter({ year, quarter }: Quarter, count: number): Quarter {
  const index = year * 4 + quarter - 1 + count;
  return { year: Math.floor(index / 4), quarter: (((index % 4) + 4) % 4) + 1 };
}

/** Whether a quarter has begun by `today`; only then there is something to review. */
export const hasBegun = (period: Quarter, today: IsoDate): boolean => spanOfQuarter(period).from <= today;

/** The days behind the figures of a period. */
export function spanOf(figures: ReviewFigures, period: PeriodName): DaySpan {
  return period === 'current' ? { from: figures.from, to: figures.to } : figures.comparedWith[period];
}

const valueOf = (figure: ReviewFigure, measure: Measure): number | null => figure[measure];

/** One row of the comparison: the value in each period, and how the current one stands to the other two. */
export function comparison(figures: ReviewFigures, measure: Measure): Record<PeriodName, ComparisonCell> {
  const current = valueOf(figures.current, measure);
  const cell = (figure: ReviewFigure): ComparisonCell => {
    const value = valueOf(figure, measure);
    return { value, change: current === null || value === null ? null : changeOf(current, value) };
  };
  return { current: { value: current, change: null }, lastQuarter: cell(figures.lastQuarter), lastYear: cell(figures.lastYear) };
}

/** Share of the amount that is margin; null where a cost is not known or nothing was sold. */
export const marginRatio = (figure: ReviewFigure): number | null => (figure.margin === null || figure.amount <= 0 ? null : figure.margin / figure.amount);

/** Whether the three periods hold anything at all to compare. */
export const hasOrders = (figures: ReviewFigures): boolean => figures.current.lines + figures.lastQuarter.lines + figures.lastYear.lines > 0;
