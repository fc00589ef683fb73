import { parseAnniversary, writeAnniversary, type Anniversary } from '#shared/domain/calendar/anniversary.ts';
import type { ImportChoices } from './choices.ts';
import { readDate } from './read-date.ts';
import { read, refuse, type ReadResult } from './read-result.ts';

const LUNAR = /^(?:农历|农曆|阴历|陰曆|旧历|旧曆|lunar)[:：]?\s*/i;
const HAN_DAY = /^(?:(\d{4})年)?\s*(闰|閏)?(正|十一|十二|十|冬|腊|臘|[一二三四五六七八九]|\d{1,2})月\s*(初?[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九]?|卅|\d{1,2})[日号]?$/;
const MONTH_DAY = /^-{0,2}(\d{1,2})[-/.](\d{1,2})$/;
const NAMED = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?)$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DIGITS = '一二三四五六七八九十';

function hanMonth(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (text === '正') return 1;
  if (text === '冬' || text === '十一') return 11;
  if (text === '腊' || text === '臘' || text === '十二') return 12;
  return DIGITS.indexOf(text) + 1;
}

/** 初一, 十八, 二十, 廿三, 二十三, 三十, 18. */
function hanDay(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [first = '', second = '', third = ''] = text.replace('初', '').replace('廿', '二十').replace('卅', '三十');
  const value = (digit: string): number => DIGITS.indexOf(digit) + 1;
  if (third !== '') return second === '十' ? value(first) * 10 + value(third) : 0;
  if (second === '') return value(first);
  return first === '十' ? 10 + value(second) : second === '十' ? value(first) * 10 : 0;
}

function written(calendar: Anniversary['calendar'], year: string | undefined, month: number, day: number, leap = false): ReadResult<string> {
  const text = writeAnniversary({ calendar, year: year === undefined ? null : Number(year), month, day, leap });
  return parseAnniversary(text) ? read(text) : refuse('date-invalid');
}

function readMonthDay(first: number, second: number, calendar: Anniversary['calendar'], order: ImportChoices['dateOrder']): ReadResult<string> {
  const dayFirst = first > 12 || (order === 'day-first' && second <= 12);
  return dayFirst ? written(calendar, undefined, second, first) : written(calendar, undefined, first, second);
}

/**
 * Reads a day that comes again every year: a whole date, or one without its year such as `12-03`, `12月3日`, `3 Dec`; of the Chinese
 * calendar where the text says so, such as `农历十月十八`, or where the whole column does.
 * @param timeZone IANA name, for instants with an offset of their own
 * @returns the text that the book keeps
 */
export function readAnniversary(text: string, timeZone: string, order: ImportChoices['dateOrder'] = null, lunarColumn = false): ReadResult<string> {
  const unified = text.normalize('NFKC').trim();
  if (parseAnniversary(unified)) return read(lunarColumn && !unified.startsWith('lunar:') ? `lunar:${unified}` : unified);
  const lunar = lunarColumn || LUNAR.test(unified);
  const calendar = lunar ? 'lunar' : 'solar';
  const plain = unified.replace(LUNAR, '');
  const han = HAN_DAY.exec(plain);
  // Months and days in words are of the Chinese calendar; a leap month is of no other.
  if (han) {
    const inWords = !/^\d/.test(han[3] ?? '') || han[2] !== undefined;
    return written(inWords ? 'lunar' : calendar, han[1], hanMonth(han[3] ?? ''), hanDay(han[4] ?? ''), han[2] !== undefined);
  }
  const monthDay = MONTH_DAY.exec(plain);
  if (monthDay) return readMonthDay(Number(monthDay[1]), Number(monthDay[2]), calendar, order);
  const named = NAMED.exec(plain);
  if (named) return written(calendar, undefined, MONTHS.indexOf((named[2] ?? named[3] ?? '').toLowerCase()) + 1, Number(named[1] ?? named[4]));
  const date = readDate(plain, timeZone, order);
  return date.ok && lunar ? written('lunar', date.value.slice(0, 4), Number(date.value.slice(5, 7)), Number(date.value.slice(8, 10))) : date;
}
