import { LunarMonth, Solar, Lunar } from 'lunar-typescript';
import type { IsoDate } from '#shared/kernel/dates.ts';

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

const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function dayName(day: number): string {
  if (day <= 10) return `初${DIGITS[day - 1] ?? ''}`;
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${DIGITS[(day % 10) - 1] ?? ''}`;
}

/** 十月十五, 闰四月初一: written so in both languages. */
export function lunarDayName({ month, leap, day }: Pick<LunarDay, 'month' | 'leap' | 'day'>): string {
  return `${leap ? '闰' : ''}${MONTHS[month - 1] ?? ''}月${dayName(day)}`;
}
