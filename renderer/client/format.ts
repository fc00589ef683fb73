import { addDays, daysBetween, type IsoDate } from '#shared/kernel/dates.ts';
import { formatDate, formatDateRange, formatMonth } from '#shared/kernel/format-date.ts';
import { formatMoney, formatMoneyExact } from '#shared/kernel/format-money.ts';
import { formatNumber, type FormatLanguage } from '#shared/kernel/format-number.ts';
import { formatPercent, formatPoints } from '#shared/kernel/format-percent.ts';
import type { Exact } from '#shared/kernel/money.ts';
import { dateInZone, timeInZone } from '#shared/kernel/zoned-time.ts';

export interface FormatSettings {
  language: FormatLanguage;
  /** ISO 4217 code of the book. */
  currency: string;
  /** IANA name: instants are shown on its wall. */
  timeZone: string;
  /** Today there. */
  today: IsoDate;
  words: DayWords;
}

/** The words for days near today, from the locale files. */
export interface DayWords {
  today: string;
  tomorrow: string;
  ago: (days: number) => string;
  late: (days: number) => string;
}

/** How far back a past day is said by its distance. */
const RELATIVE_DAYS = 45;

const BYTE_STEPS = ['B', 'KB', 'MB', 'GB'];

/** Everything that numbers, money, dates and instants (ms UTC) are worded with, in one language and one book. */
export function createFormat({ language, currency, timeZone, today, words }: FormatSettings) {
  const zh = language === 'zh-CN';
  const style = (code: string) => ({ language, currency: code, bookCurrency: currency });
  const dayOf = (atMs: number): IsoDate => dateInZone(atMs, timeZone);
  const day = (date: IsoDate | null): string => formatDate(date, language, today);
  const distance = (date: IsoDate): string | null => {
    const days = daysBetween(date, today);
    if (days === 0) return words.today;
    return days > 0 && days <= RELATIVE_DAYS ? words.ago(days) : null;
  };
  return {
    language, currency, timeZone, today,
    /** Short money for tables, one decimal: `¥48.2M`, `4,820 万`; another currency carries its code. */
    money: (value: Exact | null, code: string = currency) => formatMoney(value, style(code)),
    /** Money in full, for a hover. */
    moneyExact: (value: Exact | null, code: string = currency) => formatMoneyExact(value, style(code)),
    number: (value: number, digits = 0, signed = false) => formatNumber(value, language, digits, signed),
    /** A quantity kept in 1/10,000, with the decimals it has. */
    quantity: (value: Exact) => formatNumber(value / 10_000, language, value % 10_000 === 0 ? 0 : value % 1_000 === 0 ? 1 : 2),
    /** A ratio such as 0.341 as `34.1%`. */
    percent: (ratio: number | null, signed = false) => formatPercent(ratio, language, signed),
    points: (difference: number | null) => formatPoints(difference, language),
    /** `3 Dec`, `12月3日`; with the year outside the current one. */
    day,
    /** For table cells: `3 Dec`, `12/3`; with the year outside the current one. */
    dayShort: (date: IsoDate | null): string => {
      if (date === null || !zh) return day(date);
      const short = `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;
      return date.slice(0, 4) === today.slice(0, 4) ? short : `${date.slice(0, 4)}/${short}`;
    },
    /** With the year always. */
    dayFull: (date: IsoDate) => formatDate(date, language),
    dayRange: (from: IsoDate, to: IsoDate) => formatDateRange(from, to, language),
    /** `Nov`, `11月`, of `YYYY-MM` or a date in it. */
    month: (month: string, year = false) => formatMonth(month, language, year),
    /** The calendar date of an instant in the book's zone. */
    dayOf,
    /** `10:47` on the wall of the book's zone. */
    time: (atMs: number) => timeInZone(atMs, timeZone),
    /** Day and time of an instant: `3 Dec, 10:47`, `12月3日 10:47`. */
    instant: (atMs: number) => `${day(dayOf(atMs))}${zh ? ' ' : ', '}${timeInZone(atMs, timeZone)}`,
    /** How long ago an instant was, by calendar days: `Today`, `3 d ago`, the day itself beyond 45. */
    ago: (atMs: number): string => distance(dayOf(atMs)) ?? day(dayOf(atMs)),
    agoDay: (date: IsoDate): string => distance(date) ?? day(date),
    /** A deadline: `2 days late`, `Today`, `Tomorrow`, `3 Dec`. */
    due: (date: IsoDate): { text: string; late: boolean } => {
      const late = daysBetween(date, today);
      if (late > 0) return { text: words.late(late), late: true };
      if (late === 0) return { text: words.today, late: false };
      return { text: date === addDays(today, 1) ? words.tomorrow : day(date), late: false };
    },
    /** Size of a file, one decimal from KB up. */
    bytes: (size: number): string => {
      const step = Math.min(BYTE_STEPS.length - 1, size > 0 ? Math.floor(Math.log10(size) / 3) : 0);
      return `${formatNumber(size / 1000 ** step, language, step === 0 ? 0 : 1)} ${BYTE_STEPS[step]}`;
    },
  };
}

export type Format = ReturnType<typeof createFormat>;
