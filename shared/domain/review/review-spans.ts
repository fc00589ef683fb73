import { addDays, addMonths, monthOf, startOfMonth, type IsoDate } from '#shared/kernel/dates.ts';
import type { DaySpan, Quarter } from './model.ts';
import { spanOfQuarter } from './span-of-quarter.ts';

/** The days that a review counts and the days it compares them with. */
export interface ReviewSpans {
  current: DaySpan;
  lastQuarter: DaySpan;
  lastYear: DaySpan;
  /** The quarter has not ended yet. */
  unfinished: boolean;
}

/** The same day `months` earlier; the end of a month stays the end of a month. */
function sameDayBefore(date: IsoDate, months: number): IsoDate {
  const isMonthEnd = monthOf(addDays(date, 1)) !== monthOf(date);
  return isMonthEnd ? addDays(addMonths(startOfMonth(date), 1 - months), -1) : addMonths(date, -months);
}

/**
 * A quarter that has ended is counted whole and compared with the whole quarter before and the whole quarter a year before.
 * While it runs it is counted to `today`, and both others are cut at the same place: the same day of the same month of the quarter
 * (23 November: to 23 August and to 23 November a year before). A whole month is compared with a whole month, so 28 February
 * goes with 30 November; a day that the other month lacks becomes its last.
 * @returns null when the quarter has not begun
 */
export function reviewSpans(period: Quarter, today: IsoDate): ReviewSpans | null {
  const whole = spanOfQuarter(period);
  if (today < whole.from) return null;
  const to = today < whole.to ? today : whole.to;
  const before = (months: number): DaySpan => ({ from: addMonths(whole.from, -months), to: sameDayBefore(to, months) });
  return { current: { from: whole.from, to }, lastQuarter: before(3), lastYear: before(12), unfinished: to < whole.to };
}
