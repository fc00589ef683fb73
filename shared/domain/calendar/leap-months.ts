import { lunarMonthDays } from './lunar-day.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Whether the Chinese calendar puts a leap month in after this one: in that year, or in any of two centuries when it is not known. */
export function hasLeapMonth(year: number | null, month: number): boolean {
  if (year !== null) return lunarMonthDays(year, month, true) !== null;
  for (let any = FIRST_YEAR; any <= LAST_YEAR; any += 1) if (lunarMonthDays(any, month, true) !== null) return true;
  return false;
}
