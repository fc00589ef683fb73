import { addDays, addMonths } from '#shared/kernel/dates.ts';
import type { DaySpan, Quarter } from './model.ts';

/** First and last day of a calendar quarter. */
export function spanOfQuarter(period: Quarter): DaySpan {
  const from = `${String(period.year).padStart(4, '0')}-${String(period.quarter * 3 - 2).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, 3), -1) };
}
