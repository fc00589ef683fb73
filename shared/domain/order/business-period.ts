import { addDays, addMonths, monthOf, startOfMonth, type IsoDate } from '#shared/kernel/dates.ts';

/** The twelve months that are shown, by their last day counted. */
export interface BusinessPeriod {
  /** Last day counted. */
  until: IsoDate;
  /** The same day when its month is not over yet or was cut off; null when the month is whole. */
  unfinishedTo: IsoDate | null;
}

/** Twelve months to the month of a day asked for: counted to that day, in the running month to today at most. */
export function businessPeriod(asked: IsoDate | undefined, today: IsoDate): BusinessPeriod {
  const wanted = asked ?? today;
  const until = monthOf(wanted) === monthOf(today) && wanted > today ? today : wanted;
  const monthEnd = addDays(addMonths(startOfMonth(until), 1), -1);
  return { until, unfinishedTo: until === monthEnd ? null : until };
}
