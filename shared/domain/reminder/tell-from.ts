import { addDays } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone } from '#shared/kernel/zoned-time.ts';

/**
 * From when on to look for what is to be told, ms UTC: what has come due since everything was told, and all of today, since a fact
 * may be entered after its hour.
 * @param upTo up to this moment everything known was told
 * @param since what came due before is not told at all
 */
export function tellFrom({ upTo, since }: { upTo: number; since: number }, now: number, timeZone: string): number {
  return Math.min(upTo, Math.max(since, startOfDay(now, timeZone)));
}

/** When the day began on the wall of a zone, ms UTC. */
export const startOfDay = (now: number, timeZone: string): number => instantInZone(dateInZone(now, timeZone), '00:00', timeZone);

/** When the next one begins. */
export const startOfNextDay = (now: number, timeZone: string): number => instantInZone(addDays(dateInZone(now, timeZone), 1), '00:00', timeZone);
