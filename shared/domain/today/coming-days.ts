import { parseAnniversary, type Anniversary } from '#shared/domain/calendar/anniversary.ts';
import { lunarDayName, lunarDayOf } from '#shared/domain/calendar/lunar-day.ts';
import { nextOccurrence } from '#shared/domain/calendar/next-occurrence.ts';
import { addDays, type IsoDate } from '#shared/kernel/dates.ts';

/** Days of the strip, today among them. */
export const STRIP_DAYS = 14;

export interface ComingDay {
  date: IsoDate;
  /** Whole years, 0 on the day itself; null where its year is not known. */
  years: number | null;
  lunar: string | null;
}

export interface ComingDays {
  /** Today in the Chinese calendar: 十月十五. */
  lunarDay: string;
  /** How the texts of anniversaries end that may fall into the span, five characters each; others cannot. */
  endings: string[];
  /** When an anniversary as it is kept in the book falls into the span; null when it does not. */
  read: (text: string) => ComingDay | null;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** A month of 29 days keeps the 30th as well, and 28 February the 29th. */
function endingsOf(date: IsoDate): string[] {
  const { month, day } = lunarDayOf(date);
  const lunarDays = day === 29 ? [29, 30] : [day];
  const lunar = lunarDays.flatMap((kept) => [`${pad(month)}-${pad(kept)}`, `${pad(month).slice(1)}L-${pad(kept)}`]);
  return [date.slice(5), ...(date.slice(5) === '02-28' ? ['02-29'] : []), ...lunar];
}

/** The anniversaries from `today` on, over the days of the strip. Each day of the year is looked up once, however many were born on it. */
export function comingDays(today: IsoDate): ComingDays {
  const dates = Array.from({ length: STRIP_DAYS }, (_, index) => addDays(today, index));
  const last = dates.at(-1) ?? today;
  const known = new Map<string, IsoDate | null>();

  function dateOf(anniversary: Anniversary): IsoDate | null {
    const { calendar, month, day, leap } = anniversary;
    const key = `${calendar} ${month} ${day} ${leap}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const { date } = nextOccurrence({ ...anniversary, year: null }, today);
    const within = date <= last ? date : null;
    known.set(key, within);
    return within;
  }
  return {
    lunarDay: lunarDayName(lunarDayOf(today)),
    endings: [...new Set(dates.flatMap(endingsOf))],
    read(text) {
      const anniversary = parseAnniversary(text);
      const date = anniversary && dateOf(anniversary);
      if (!anniversary || !date) return null;
      const lunar = anniversary.calendar === 'lunar';
      const years = anniversary.year === null ? null : (lunar ? lunarDayOf(date).year : Number(date.slice(0, 4))) - anniversary.year;
      // Before the day itself there is nothing to keep.
      return years !== null && years < 0 ? null : { date, years, lunar: lunar ? lunarDayName(anniversary) : null };
    },
  };
}
