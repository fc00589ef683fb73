import type { IsoDate } from './dates.ts';
import { NO_DATA, type FormatLanguage } from './format-number.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const part = (date: string, from: number, to: number): number => Number(date.slice(from, to));

const monthName = (month: number, language: FormatLanguage): string => (language === 'en' ? (MONTHS[month - 1] ?? String(month)) : `${month}月`);

function withYear(date: IsoDate, language: FormatLanguage, year: boolean): string {
  const day = part(date, 8, 10);
  const month = monthName(part(date, 5, 7), language);
  if (language === 'en') return year ? `${day} ${month} ${part(date, 0, 4)}` : `${day} ${month}`;
  return year ? `${part(date, 0, 4)}年${month}${day}日` : `${month}${day}日`;
}

/**
 * `3 Dec` or `12月3日`; with the year outside the year of `today`. Null is an en dash.
 * @param today left out, the year is always said
 */
export function formatDate(date: IsoDate | null, language: FormatLanguage, today?: IsoDate): string {
  return date === null ? NO_DATA : withYear(date, language, date.slice(0, 4) !== today?.slice(0, 4));
}

/** Both ends inclusive, the year said once where it is the same: `1 Oct – 23 Nov 2026`, `2026年10月1日至11月23日`. */
export function formatDateRange(from: IsoDate, to: IsoDate, language: FormatLanguage): string {
  if (from === to) return withYear(to, language, true);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return language === 'en'
    ? `${withYear(from, language, !sameYear)} – ${withYear(to, language, true)}`
    : `${withYear(from, language, true)}至${withYear(to, language, !sameYear)}`;
}

/** A month `YYYY-MM` (or a date in it): `Nov` or `11月`; `year` adds it: `Nov 2026`, `2026年11月`. */
export function formatMonth(month: string, language: FormatLanguage, year = false): string {
  const name = monthName(part(month, 5, 7), language);
  if (!year) return name;
  return language === 'en' ? `${name} ${part(month, 0, 4)}` : `${part(month, 0, 4)}年${name}`;
}
