import { addMonths, type IsoDate } from '#shared/kernel/dates.ts';
import { parseAnniversary } from './anniversary.ts';
import type { CalendarEvent } from './ics-text.ts';
import { lunarDayName, lunarDayOf } from './lunar-day.ts';
import { nextOccurrence } from './next-occurrence.ts';

export type EventKind = 'founding' | 'customerSince' | 'milestone' | 'birthday' | 'task' | 'review';

/** Something of the book that has a day. */
export interface DayToWrite {
  kind: EventKind;
  id: string;
  /** As `parseAnniversary` reads it. */
  day: string;
  yearly: boolean;
  /** Who or what; null for what the account itself is known by. */
  name: string | null;
  account: string;
}

/** How far ahead days are written that no rule can tell. */
const YEARS_AHEAD = 5;

/** What the caller words an event with: years since it was, and its name in the Chinese calendar. */
export type EventWords = (day: DayToWrite, years: number | null, lunar: string) => { title: string; details: string };

function occurrences(day: DayToWrite, today: IsoDate, words: EventWords): CalendarEvent[] {
  const anniversary = parseAnniversary(day.day);
  if (!anniversary) return [];
  const event = (date: IsoDate, years: number | null, part: string, yearly: boolean): CalendarEvent => (
    { uid: `${day.kind}-${day.id}${part}@ballast`, date, yearly, ...words(day, years, lunarDayName(lunarDayOf(date))) }
  );
  if (!day.yearly) return [event(day.day, null, '', false)];
  // A rule cannot count years in a title, nor follow the Chinese calendar or 29 February.
  const ruled = anniversary.calendar === 'solar' && anniversary.year === null && !(anniversary.month === 2 && anniversary.day === 29);
  let next = nextOccurrence(anniversary, today);
  if (ruled) return [event(next.date, null, '', true)];
  const events: CalendarEvent[] = [];
  for (const last = addMonths(today, 12 * YEARS_AHEAD); next.date <= last;) {
    events.push(event(next.date, next.years, `-${next.date.slice(0, 4)}${next.date.slice(5, 7)}`, false));
    // The next one is months away, so a month later it is still to come.
    next = nextOccurrence(anniversary, addMonths(next.date, 1));
  }
  return events;
}

/** The events of a calendar file: recurring where a rule can tell them, else one for each of the next five years; in the order of their days. */
export function planEvents(days: readonly DayToWrite[], today: IsoDate, words: EventWords): CalendarEvent[] {
  return days.flatMap((day) => occurrences(day, today, words)).toSorted((a, b) => a.date.localeCompare(b.date) || (a.uid < b.uid ? -1 : 1));
}
