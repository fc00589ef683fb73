import { addDays, addMonths, startOfMonth, type IsoDate } from '#shared/kernel/dates.ts';
import type { DateRange } from './window.ts';

/** Calendar months, oldest first, the last one cut off after `until`. */
export function monthRanges(until: IsoDate, count: number): DateRange[] {
  const last = startOfMonth(until);
  return Array.from({ length: count }, (_, index) => {
    const from = addMonths(last, index - count + 1);
    const end = addDays(addMonths(from, 1), -1);
    return { from, to: end < until ? end : until };
  });
}

/**
 * The same days a year before. A range that ends with a month ends with that month a year before too, so that leap days are not lost;
 * an unfinished one stays as long as it is, or the comparison would favour the year before.
 */
export function yearBefore({ from, to }: DateRange): DateRange {
  const endsMonth = addDays(to, 1).endsWith('-01');
  return { from: addMonths(from, -12), to: endsMonth ? addDays(addMonths(addDays(to, 1), -12), -1) : addMonths(to, -12) };
}
