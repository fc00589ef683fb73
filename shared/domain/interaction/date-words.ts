import { addDays, addMonths, daysBetween, isIsoDate, isoWeekday, startOfMonth, type IsoDate } from '#shared/kernel/dates.ts';
import { NUMBER, readNumber } from './number-words.ts';

/** Where an unsaid week or year lies: what is logged has mostly happened, what is promised is still to come. */
export type Lean = 'past' | 'future';

export interface FoundDate {
  date: IsoDate;
  from: number;
  to: number;
  /** False when the same words often mean something else, as `sun`, `3/4` or `5 号` do. */
  firm: boolean;
}

type Groups = Record<string, string | undefined>;

interface Rule {
  pattern: RegExp;
  firm?: boolean;
  read(groups: Groups, today: IsoDate, lean: Lean): IsoDate | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTH_NAME = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_NAME = '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
// A date may carry its weekday, as `Tue 1 Dec` or `12月1日 周二`; the two must agree.
const BEFORE = `(?:(?<wd>${DAY_NAME}),? )?`;
const AFTER = '(?: ?[(（]?(?:周|星期|礼拜)(?<wd>[一二三四五六日天])[)）]?)?';
const SHIFTS: Record<string, number> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };
const NEAR: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 };

const pad = (n: number): string => String(n).padStart(2, '0');

function dateOf(year: number, month: number, day: number): IsoDate | null {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isIsoDate(text) ? text : null;
}

function closest(candidates: Array<IsoDate | null>, today: IsoDate, lean: Lean): IsoDate | null {
  const real = candidates.filter((date) => date !== null);
  const fit = lean === 'future' ? real.filter((date) => date >= today) : real;
  return fit.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null;
}

function monthDay(year: string | undefined, month: number, day: number, today: IsoDate, lean: Lean): IsoDate | null {
  if (year) return dateOf(Number(year), month, day);
  const here = Number(today.slice(0, 4));
  return closest([here - 1, here, here + 1].map((y) => dateOf(y, month, day)), today, lean);
}

/** The weekday (1 Monday … 7) in the week that lies `weeks` from this one. */
const inWeek = (today: IsoDate, weeks: number, weekday: number): IsoDate => addDays(today, weeks * 7 + weekday - isoWeekday(today));

function bareWeekday(today: IsoDate, weekday: number, lean: Lean): IsoDate {
  const ahead = (weekday - isoWeekday(today) + 7) % 7;
  return addDays(today, lean === 'future' || ahead === 0 ? ahead : ahead - 7);
}

function later(today: IsoDate, count: number, unit: string): IsoDate {
  if (/^(?:d|天|日)/.test(unit)) return addDays(today, count);
  return /^(?:w|周|星期|礼拜)/.test(unit) ? addDays(today, count * 7) : addMonths(today, count);
}

function endOf(unit: string, today: IsoDate): IsoDate {
  if (/^(?:w|周)/.test(unit)) return inWeek(today, 0, 5);
  if (/^(?:y|年)/.test(unit)) return `${today.slice(0, 4)}-12-31`;
  const month = Number(today.slice(5, 7));
  const ahead = /^(?:q|季)/.test(unit) ? (3 - (month % 3)) % 3 : 0;
  return addDays(startOfMonth(addMonths(startOfMonth(today), ahead + 1)), -1);
}

const count = (text: string | undefined): number => (text === 'a' || text === 'an' || text === 'one' ? 1 : text === 'two' ? 2 : readNumber(text ?? '1'));

const rules: Rule[] = [
  {
    pattern: new RegExp(`(?<!\\d)(?<y>\\d{4})[-/.年] ?(?<m>\\d{1,2})[-/.月] ?(?<d>\\d{1,2})(?!\\d)[日号]?${AFTER}`, 'g'),
    read: (g) => dateOf(Number(g['y']), Number(g['m']), Number(g['d'])),
  },
  {
    pattern: new RegExp(`(?<![\\d])(?<m>${NUMBER}) ?月 ?(?<d>${NUMBER}) ?[日号]?(?![\\d个])${AFTER}`, 'g'),
    read: (g, today, lean) => monthDay(undefined, count(g['m']), count(g['d']), today, lean),
  },
  {
    pattern: new RegExp(`\\b${BEFORE}(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${MONTH_NAME})\\b\\.?(?:,? (?<y>\\d{4})\\b)?`, 'g'),
    read: (g, today, lean) => monthDay(g['y'], MONTHS.indexOf((g['m'] ?? '').slice(0, 3)) + 1, Number(g['d']), today, lean),
  },
  {
    pattern: new RegExp(`\\b${BEFORE}(?<m>${MONTH_NAME})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? (?<y>\\d{4})\\b)?`, 'g'),
    read: (g, today, lean) => monthDay(g['y'], MONTHS.indexOf((g['m'] ?? '').slice(0, 3)) + 1, Number(g['d']), today, lean),
  },
  {
    pattern: /(?<![\d/.])(?<m>\d{1,2})\/(?<d>\d{1,2})(?![\d/.])/g,
    firm: false,
    read: ({ m, d }, today, lean) => monthDay(undefined, Number(m) > 12 ? Number(d) : Number(m), Number(m) > 12 ? Number(m) : Number(d), today, lean),
  },
  {
    pattern: new RegExp(`(?<w>上|本|这|下)个?月 ?(?<d>${NUMBER}) ?[日号]`, 'g'),
    read: (g, today) => {
      const month = addMonths(startOfMonth(today), SHIFTS[g['w'] ?? ''] ?? 0);
      return dateOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), count(g['d']));
    },
  },
  {
    pattern: /(?<![\d月])(?<d>\d{1,2}) ?[号日](?![\u4e00-\u9fff])/g,
    firm: false,
    read: (g, today, lean) => closest([-1, 0, 1, 2].map((n) => addMonths(startOfMonth(today), n)).map((m) => dateOf(Number(m.slice(0, 4)), Number(m.slice(5, 7)), Number(g['d']))), today, lean),
  },
  { pattern: /(?<w>大前|大后|前|昨|今|明|后)(?:天|日)|(?<s>昨|今|明)(?=[早晚])/g, read: (g, today) => addDays(today, NEAR[g['w'] ?? g['s'] ?? ''] ?? 0) },
  {
    pattern: /(?<![每一二两三四五六七八九十几\d])(?<w>上上|下下|上|下|本|这)?个?(?:周|星期|礼拜)(?<d>[一二三四五六日天末])(?!次)/g,
    read: (g, today, lean) => {
      const day = weekdayOf(g['d'] ?? '');
      return g['w'] === undefined ? bareWeekday(today, day, lean) : inWeek(today, SHIFTS[g['w']] ?? 0, day);
    },
  },
  {
    pattern: new RegExp(`(?<n>${NUMBER}|半) ?(?<u>天|日|周|个?星期|个?礼拜|个?月) ?(?:之|以)?(?<w>后|内|前)`, 'g'),
    read: (g, today) => {
      const sign = g['w'] === '前' ? -1 : 1;
      const unit = (g['u'] ?? '').replace('个', '');
      return g['n'] === '半' ? (unit === '月' ? addDays(today, sign * 15) : null) : later(today, sign * count(g['n']), unit);
    },
  },
  { pattern: /(?<w>上|下)(?:个?星期|个?礼拜|周)(?![一二三四五六日天末])/g, read: (g, today) => inWeek(today, SHIFTS[g['w'] ?? ''] ?? 0, 1) },
  { pattern: /(?<w>本|这|下)?个?月(?<e>底|末|初)/g, read: (g, today) => {
    const month = addMonths(startOfMonth(today), g['w'] === '下' || (g['e'] === '初' && g['w'] === undefined) ? 1 : 0);
    return g['e'] === '初' ? month : endOf('月', month);
  } },
  { pattern: /(?<u>季度?|年|周)(?:底|末)/g, read: (g, today) => endOf(g['u'] ?? '', today) },
  { pattern: /\bday after tomorrow\b/g, read: (_, today) => addDays(today, 2) },
  { pattern: /\bday before yesterday\b/g, read: (_, today) => addDays(today, -2) },
  { pattern: /\b(?:today|tonight)\b|\b(?:this )(?=morning|afternoon|evening)/g, read: (_, today) => today },
  { pattern: /\b(?:tomorrow|tmrw?)\b/g, read: (_, today) => addDays(today, 1) },
  { pattern: /\byesterday\b/g, read: (_, today) => addDays(today, -1) },
  { pattern: new RegExp(`\\b(?<w>next|this|coming) (?<d>${DAY_NAME})\\b`, 'g'), read: (g, today) => inWeek(today, g['w'] === 'next' ? 1 : 0, weekdayOf(g['d'] ?? '')) },
  // "Last Tuesday" said on a Friday is three days ago, while 上周二 is always the week before.
  { pattern: new RegExp(`\\blast (?<d>${DAY_NAME})\\b`, 'g'), read: (g, today) => bareWeekday(addDays(today, -1), weekdayOf(g['d'] ?? ''), 'past') },
  { pattern: new RegExp(`\\b(?<d>${DAY_NAME})\\b`, 'g'), firm: false, read: (g, today, lean) => bareWeekday(today, weekdayOf(g['d'] ?? ''), lean) },
  { pattern: /\bin (?<n>\d{1,3}|an?|one|two) (?<u>days?|weeks?|months?)\b/g, read: (g, today) => later(today, count(g['n']), g['u'] ?? '') },
  { pattern: /\b(?<n>\d{1,3}|an?|one|two) (?<u>days?|weeks?|months?) ago\b/g, read: (g, today) => later(today, -count(g['n']), g['u'] ?? '') },
  { pattern: /\b(?<w>next|last) (?<u>week|month)\b/g, read: (g, today) => {
    const sign = g['w'] === 'next' ? 1 : -1;
    return g['u'] === 'week' ? inWeek(today, sign, 1) : startOfMonth(addMonths(startOfMonth(today), sign));
  } },
  { pattern: /\bend of (?:the |this )?(?<u>week|month|quarter|year)\b|\beo(?<s>[wmqy])\b/g, read: (g, today) => endOf(g['u'] ?? g['s'] ?? '', today) },
];

function weekdayOf(word: string): number {
  const han = '一二三四五六日'.indexOf(word.replace('天', '日').replace('末', '六'));
  return (han === -1 ? DAYS.indexOf(word.slice(0, 3)) : han) + 1;
}

/**
 * Every date named in `text` in English or Chinese words or figures, the longest reading of each place, in their order.
 * @param text already in half width and lower case
 * @param lean which week or year is meant where none is said
 */
export function findDates(text: string, today: IsoDate, lean: Lean): FoundDate[] {
  const all: FoundDate[] = [];
  for (const { pattern, firm = true, read } of rules) {
    for (const match of text.matchAll(pattern)) {
      const date = read(match.groups ?? {}, today, lean);
      const weekday = match.groups?.['wd'];
      if (date !== null && (weekday === undefined || weekdayOf(weekday) === isoWeekday(date))) all.push({ date, from: match.index, to: match.index + match[0].trimEnd().length, firm });
    }
  }
  all.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: FoundDate[] = [];
  for (const found of all) if (kept.every((other) => found.to <= other.from || found.from >= other.to)) kept.push(found);
  return kept.toSorted((a, b) => a.from - b.from);
}
