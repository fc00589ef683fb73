import { LunarMonth, Solar, Lunar } from 'lunar-typescript';
import type { IsoDate } from '#shared/kernel/dates.ts';

// Apart, so that a screen can name a day without the tables of the calendar.
export { lunarDayName } from './lunar-names.ts';

/** A day of the Chinese calendar. */
export interface LunarDay {
  year: number;
  month: number;
  leap: boolean;
  day: number;
}

/** The Chinese calendar's day of a calendar date. */
export function lunarDayOf(date: IsoDate): LunarDay {
  const lunar = Solar.fromYmd(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))).getLunar();
  return { year: lunar.getYear(), month: Math.abs(lunar.getMonth()), leap: lunar.getMonth() < 0, day: lunar.getDay() };
}

/** Days of a month of the Chinese calendar, 29 or 30; null where the year has no such leap month. */
export function lunarMonthDays(year: number, month: number, leap: boolean): number | null {
  return LunarMonth.fromYm(year, leap ? -month : month)?.getDayCount() ?? null;
}

/** @throws Error for a day that the Chinese calendar does not have */
export function dateOfLunarDay({ year, month, leap, day }: LunarDay): IsoDate {
  return Lunar.fromYmd(year, leap ? -month : month, day).getSolar().toYmd();
}
