import { addDays, addMonths, type IsoDate } from '#shared/kernel/dates.ts';

/** Calendar days, both inclusive, in the book's time zone. */
export interface DateRange {
  from: IsoDate;
  to: IsoDate;
}

/** What a measure looks back over: whole months or days that end on the as-of date, or a given stretch of the calendar. */
export type Window = { months: number } | { days: number } | DateRange;

/** The days a window means at `asOf`. Nothing after the as-of date is ever counted, so a later end is cut off. */
export function resolveWindow(window: Window, asOf: IsoDate): DateRange {
  if ('months' in window) return { from: addDays(addMonths(asOf, -window.months), 1), to: asOf };
  if ('days' in window) return { from: addDays(asOf, 1 - window.days), to: asOf };
  return { from: window.from, to: window.to < asOf ? window.to : asOf };
}
