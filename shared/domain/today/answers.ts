import { addDays, type IsoDate } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone } from '#shared/kernel/zoned-time.ts';

/** What was answered to a row: done with for good (`snoozedUntil` null), or put off. Instants in ms UTC. */
export interface Answer {
  snoozedUntil: number | null;
  answeredAt: number;
}

/** Instants that tell which answers still hide their row. */
export interface DayBounds {
  now: number;
  dayStart: number;
  nextDayStart: number;
}

export function dayBounds(now: number, timeZone: string): DayBounds {
  const today: IsoDate = dateInZone(now, timeZone);
  return { now, dayStart: instantInZone(today, '00:00', timeZone), nextDayStart: instantInZone(addDays(today, 1), '00:00', timeZone) };
}

/**
 * Whether an answer hides its row. What is put off within a day is back at its hour; what is put off to another day
 * stands on that day's page from its beginning, since the page is the plan of the whole day.
 */
export function isHidden({ snoozedUntil, answeredAt }: Answer, { now, dayStart, nextDayStart }: DayBounds): boolean {
  if (snoozedUntil === null) return true;
  return snoozedUntil > now && (snoozedUntil >= nextDayStart || answeredAt >= dayStart);
}
