import { addDays, isoWeekday, type IsoDate } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone, timeInZone } from '#shared/kernel/zoned-time.ts';
import type { SnoozeChoice } from './model.ts';

/** The hour at which what was put off to a day is told again. */
const MORNING = '09:00';
const LATER_MS = 3 * 3_600_000;
const QUARTER_MS = 900_000;
/** Nobody looks at the page later than this. */
const LATEST = '22:00';

export const morningOf = (date: IsoDate, timeZone: string): number => instantInZone(date, MORNING, timeZone);

/** What can be put off to at `now`, each with its instant (ms UTC). “Later” is three hours on, and falls away in the evening. */
export function snoozeTimes(now: number, timeZone: string): { choice: SnoozeChoice; at: number }[] {
  const today = dateInZone(now, timeZone);
  const later = Math.ceil((now + LATER_MS) / QUARTER_MS) * QUARTER_MS;
  const isToday = dateInZone(later, timeZone) === today && timeInZone(later, timeZone) <= LATEST;
  return [
    ...(isToday ? [{ choice: 'later' as const, at: later }] : []),
    { choice: 'tomorrow', at: morningOf(addDays(today, 1), timeZone) },
    { choice: 'nextWeek', at: morningOf(addDays(today, 8 - isoWeekday(today)), timeZone) },
  ];
}
