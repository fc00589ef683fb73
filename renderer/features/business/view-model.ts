import { addDays, addMonths, startOfMonth, type IsoDate } from '#shared/kernel/dates.ts';

export interface DayRange {
  from: IsoDate;
  to: IsoDate;
}

export interface MonthFigure {
  month: string;
  days: DayRange;
  daysBefore: DayRange;
  amount: number;
  margin: number | null;
  amountBefore: number;
  marginBefore: number | null;
}

/** First and last day of all months shown, and of the same months a year before. */
export function yearDays(months: readonly Pick<MonthFigure, 'days' | 'daysBefore'>[]): { days: DayRange; daysBefore: DayRange } {
  const [first, last] = [months[0], months.at(-1)];
  return {
    days: { from: first?.days.from ?? '', to: last?.days.to ?? '' },
    daysBefore: { from: first?.daysBefore.from ?? '', to: last?.daysBefore.to ?? '' },
  };
}

/** Last day of the month of `date`: to ask for whole months up to an old order. */
export const endOfMonth = (date: IsoDate): IsoDate => addDays(addMonths(startOfMonth(date), 1), -1);

/** Sum of the figures that are known; null where a month with sales does not know its own. */
export function sumOf(figures: readonly { amount: number; value: number | null }[]): number | null {
  const counted = figures.filter(({ amount, value }) => amount !== 0 || value !== null);
  if (counted.length === 0 || counted.some(({ value }) => value === null)) return null;
  return counted.reduce((sum, { value }) => sum + (value ?? 0), 0);
}

/** Change against a base as a fraction of it; null where there is nothing to compare with. */
export function changeRatio(now: number | null, before: number | null): number | null {
  return now === null || before === null || before <= 0 ? null : (now - before) / before;
}

export const isEmpty = (months: readonly MonthFigure[]): boolean => months.every(({ amount, amountBefore, margin, marginBefore }) => amount === 0 && amountBefore === 0 && !margin && !marginBefore);

/** The last day of the twelve months `years` before those to `until`; null when that lies after today's. */
export function shiftUntil(until: IsoDate, years: number, today: IsoDate): IsoDate | null {
  const to = addMonths(until, 12 * years);
  return startOfMonth(to) > startOfMonth(today) ? null : to;
}

/** Discount of a line (1/10,000) as a fraction. */
export const discountRatio = (discount: number): number => discount / 10_000;
