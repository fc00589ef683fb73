import { isIsoDate, type IsoDate } from '#shared/kernel/dates.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import type { ImportChoices } from './choices.ts';
import { read, refuse, type ReadResult } from './read-result.ts';

const TIME = String.raw`(?:[T ]\s*(?:\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?:\s*[AaPp][Mm])?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const CHINESE = new RegExp(String.raw`^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})$/;
const MIDNIGHT = /^00:00(?::00(?:\.0+)?)?$/;

function dateOf(year: string, month: string, day: string): ReadResult<IsoDate> {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? read(date) : refuse('date-invalid');
}

/** Midnight of its own offset is how programs export a plain date, so it stays the date that is written. */
function dateOfInstant([, date = '', time = '', offset = '']: RegExpExecArray, timeZone: string): ReadResult<IsoDate> {
  const ms = Date.parse(`${date}T${time}${offset}`);
  if (Number.isNaN(ms) || !isIsoDate(date)) return refuse('date-invalid');
  return read(MIDNIGHT.test(time) ? date : dateInZone(ms, timeZone));
}

/** Spreadsheets write 24 for 2024; a customer of 1950 and later was born before the year 2000. */
const fullYear = (year: string): string => (year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`);

/** Day before month or month before day: without a word on it taken only where one order makes no date, or both make the same one. */
function readYearLast(first: string, second: string, year: string, order: ImportChoices['dateOrder']): ReadResult<IsoDate> {
  const monthFirst = dateOf(fullYear(year), first, second);
  const dayFirst = dateOf(fullYear(year), second, first);
  if (order !== null) return order === 'day-first' ? dayFirst : monthFirst;
  if (!monthFirst.ok || !dayFirst.ok) return monthFirst.ok ? monthFirst : dayFirst;
  return monthFirst.value === dayFirst.value ? monthFirst : refuse('date-ambiguous');
}

/**
 * Reads a calendar date, with or without a time of day, as databases, spreadsheets and Chinese text write it.
 * @param timeZone IANA name; an instant with its own offset becomes the date on the wall there
 * @param order what stands first where day and month could be either
 */
export function readDate(text: string, timeZone: string, order: ImportChoices['dateOrder'] = null): ReadResult<IsoDate> {
  const unified = text.normalize('NFKC').trim();
  const instant = INSTANT.exec(unified);
  if (instant) return dateOfInstant(instant, timeZone);
  const yearFirst = YEAR_FIRST.exec(unified);
  if (yearFirst) return dateOf(yearFirst[1] ?? '', yearFirst[3] ?? '', yearFirst[4] ?? '');
  const plain = CHINESE.exec(unified) ?? COMPACT.exec(unified);
  if (plain) return dateOf(plain[1] ?? '', plain[2] ?? '', plain[3] ?? '');
  const yearLast = YEAR_LAST.exec(unified);
  if (yearLast) return readYearLast(yearLast[1] ?? '', yearLast[3] ?? '', yearLast[4] ?? '', order);
  return refuse('date-invalid');
}
