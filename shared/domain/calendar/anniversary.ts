import { z } from 'zod';
import { isIsoDate } from '#shared/kernel/dates.ts';

/**
 * A day that comes again every year. `year` null: it is not known. Lunar years, months and days are those of the Chinese calendar;
 * `leap` means the month that is put in after the month of the same number.
 */
export interface Anniversary {
  calendar: 'solar' | 'lunar';
  year: number | null;
  month: number;
  day: number;
  leap: boolean;
}

const FORM = /^(lunar:)?(\d{4}|-)-(\d{2})(L?)-(\d{2})$/;

/**
 * Reads `1985-12-03`, `--12-03`, `lunar:1985-10-18`, `lunar:--10-18`; a leap month is written `lunar:1985-10L-18`.
 * @returns null for anything else, also for days that no year has
 */
export function parseAnniversary(text: string): Anniversary | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, lunar, yearText, monthText, leapText, dayText] = match;
  const year = yearText === '-' ? null : Number(yearText);
  const month = Number(monthText);
  const day = Number(dayText);
  const leap = leapText === 'L';
  if (lunar === undefined) {
    // 2024 has every day that any year has.
    return !leap && isIsoDate(`${year === null ? '2024' : yearText}-${monthText}-${dayText}`) ? { calendar: 'solar', year, month, day, leap } : null;
  }
  return month >= 1 && month <= 12 && day >= 1 && day <= 30 && year !== 0 ? { calendar: 'lunar', year, month, day, leap } : null;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The text that `parseAnniversary` reads back. */
export function writeAnniversary({ calendar, year, month, day, leap }: Anniversary): string {
  return `${calendar === 'lunar' ? 'lunar:' : ''}${year === null ? '-' : pad(year, 4)}-${pad(month, 2)}${leap ? 'L' : ''}-${pad(day, 2)}`;
}

/** As it is kept in the book. */
export const anniversaryText = z.string().refine((text) => parseAnniversary(text) !== null, { message: 'anniversary' });
