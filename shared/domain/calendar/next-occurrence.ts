import type { IsoDate } from '#shared/kernel/dates.ts';
import type { Anniversary } from './anniversary.ts';
import { dateOfLunarDay, lunarDayOf, lunarMonthDays } from './lunar-day.ts';

export interface Occurrence {
  date: IsoDate;
  /** Whole years since the day itself, 0 on that day; null when its year is not known. */
  years: number | null;
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** 29 February is kept on the 28th of the years without it. */
function solarIn({ month, day }: Anniversary, year: number): IsoDate {
  const kept = month === 2 && day === 29 && !isLeapYear(year) ? 28 : day;
  return `${pad(year, 4)}-${pad(month)}-${pad(kept)}`;
}

/** A leap month is kept in the ordinary one of the years without it, and day 30 on the last day of a short month. */
function lunarIn({ month, day, leap }: Anniversary, year: number): IsoDate {
  const inLeap = leap && lunarMonthDays(year, month, true) !== null;
  const length = lunarMonthDays(year, month, inLeap) ?? 29;
  return dateOfLunarDay({ year, month, leap: inLeap, day: Math.min(day, length) });
}

/**
 * When an anniversary comes next, `from` included, and never before the day itself.
 * A lunar day may come twice in a calendar year, or not at all.
 */
export function nextOccurrence(anniversary: Anniversary, from: IsoDate): Occurrence {
  const lunar = anniversary.calendar === 'lunar';
  const thisYear = lunar ? lunarDayOf(from).year : Number(from.slice(0, 4));
  const first = Math.max(thisYear, anniversary.year ?? thisYear);
  const inYear = (year: number): IsoDate => (lunar ? lunarIn(anniversary, year) : solarIn(anniversary, year));
  const year = inYear(first) < from ? first + 1 : first;
  return { date: inYear(year), years: anniversary.year === null ? null : year - anniversary.year };
}
