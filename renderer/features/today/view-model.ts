import type { TodayPage, TodayRow, TodaySection } from '#shared/domain/today/model.ts';
import { addDays, isoWeekday, type IsoDate } from '#shared/kernel/dates.ts';

/** The long name of a weekday or month: `Monday`, `十一月`. */
function namePart(date: IsoDate, language: string, part: 'weekday' | 'month'): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { [part]: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));
}

/** What the title of the page is made of. */
export function dayParts(date: IsoDate, language: string): { weekday: string; month: string; day: number } {
  return { weekday: namePart(date, language, 'weekday'), month: language === 'en' ? namePart(date, language, 'month') : String(Number(date.slice(5, 7))), day: Number(date.slice(8, 10)) };
}

export interface StripDay {
  date: IsoDate;
  /** Monday 1 … Sunday 7. */
  weekday: number;
  number: number;
  count: number;
}

/** The fourteen days of the strip, with how many anniversaries fall on each. */
export function stripDays(today: IsoDate, rows: readonly { date: IsoDate }[]): StripDay[] {
  return Array.from({ length: 14 }, (_, index) => {
    const date = addDays(today, index);
    return { date, weekday: isoWeekday(date), number: Number(date.slice(8, 10)), count: rows.filter((row) => row.date === date).length };
  });
}

/** Every row in the order of the page. */
export const rowsOf = (page: TodayPage): TodayRow[] => page.sections.flatMap(({ rows }) => rows);

/** Nothing is asked of the person today. */
export const isCalm = (page: TodayPage): boolean => page.sections.every(({ count }) => count === 0);

/** Who takes part when an interaction is logged from a row. */
export function partnerOf(row: TodayRow): { id: string; name: string; title: string } | null {
  return row.kind === 'keepInTouch' ? { id: row.personId, name: row.personName, title: row.personTitle ?? '' } : null;
}

/** Where a row is looked at closer: a tab of the account's file, and a row there. */
export function placeOf(row: TodayRow): { tab: string; row?: string } {
  if (row.kind === 'nextStep') return { tab: 'timeline', row: row.interactionId };
  return { tab: row.kind === 'keepInTouch' ? 'people' : 'overview' };
}

/** The name that a row goes by in what is said of it. */
export function nameOf(row: TodayRow): string {
  switch (row.kind) {
    case 'task': return row.title;
    case 'nextStep': return row.summary;
    case 'keepInTouch': return row.personName;
    case 'quiet': return row.accountName;
  }
}

/** Until when a row is set aside that is not done but dealt with: a silence for as long again, else for good. */
export function asideUntil(row: Exclude<TodayRow, { kind: 'task' }>, today: IsoDate): IsoDate | null {
  return row.kind === 'nextStep' ? null : addDays(today, row.limit);
}

/** Calm sections are told of by a count; the first three are pressing. */
export const isPressing = (section: TodaySection): boolean => section === 'late' || section === 'due' || section === 'atRisk';
