import { addMonths, monthOf } from '#shared/kernel/dates.ts';
import type { DaySpan } from './model.ts';

/** The months `YYYY-MM` that a span touches, oldest first. */
export function monthsOf(span: DaySpan): string[] {
  const months: string[] = [];
  for (let first = `${monthOf(span.from)}-01`; first <= span.to; first = addMonths(first, 1)) months.push(monthOf(first));
  return months;
}
