import { LunarYear, Solar } from 'lunar-typescript';
import { addDays, daysBetween, type IsoDate } from '#shared/kernel/dates.ts';

// Apart, so that a screen can name a day without the tables of the calendar.
export { lunarDayName } from './lunar-names.ts';

/** A day of the Chinese calendar. */
export interface LunarDay {
  year: number;
  month: number;
  leap: boolean;
  day: number;
}

interface LunarMonth {
  month: number;
  leap: boolean;
  /** 29 or 30. */
  days: number;
  first: IsoDate;
}

const KEPT = 300;
const years = new Map<number, LunarMonth[]>();

/** The months of a year in order, reckoned once: each year is worked out from the courses of sun and moon, which takes milliseconds. */
function monthsOf(year: number): LunarMonth[] {
  const known = years.get(year);
  if (known) return known;
  if (years.size >= KEPT) years.clear();
  const months = LunarYear.fromYear(year).getMonthsInYear().map((one) => (
    { month: Math.abs(one.getMonth()), leap: one.isLeap(), days: one.getDayCount(), first: Solar.fromJulianDay(one.getFirstJulianDay()).toYmd() }
  ));
  years.set(year, months);
  return months;
}

const monthOf = (year: number, month: number, leap: boolean): LunarMonth | undefined => monthsOf(year).find((one) => one.month === month && one.leap === leap);

/** The Chinese calendar's day of a calendar date. */
export function lunarDayOf(date: IsoDate): LunarDay {
  const solar = Number(date.slice(0, 4));
  const begun = (year: number): boolean => (monthsOf(year)[0]?.first ?? '') <= date;
  const year = begun(solar) ? solar : solar - 1;
  const within = monthsOf(year).findLast(({ first }) => first <= date);
  if (!within) throw new Error('the Chinese calendar has no such day');
  return { year, month: within.month, leap: within.leap, day: daysBetween(within.first, date) + 1 };
}

/** Days of a month of the Chinese calendar, 29 or 30; null where the year has no such leap month. */
export function lunarMonthDays(year: number, month: number, leap: boolean): number | null {
  return monthOf(year, month, leap)?.days ?? null;
}

/** @throws Error for a day that the Chinese calendar does not have */
export function dateOfLunarDay({ year, month, leap, day }: LunarDay): IsoDate {
  const within = monthOf(year, month, leap);
  if (!within || day < 1 || day > within.days) throw new Error('the Chinese calendar has no such day');
  return addDays(within.first, day - 1);
}
