import { createHash } from 'node:crypto';
import type { ReminderRules } from '#shared/domain/reminder/facts.ts';
import { addDays } from '#shared/kernel/dates.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';

/** Days of which it is asked whether they are worked: this decade and the year after. */
const DAYS = 11 * 366;

/** A short text that changes when what is told about now would be told at another time: zone, time of day, days ahead, working days. */
export function rulesMark({ settings, timeZone, isWorkingDay }: ReminderRules, now: number): string {
  const { tellAt, daysAhead, reviewDays, quietDays } = settings;
  // Reckoned from a day that stays the same, so that the text is not another one because time goes on.
  const first = `${dateInZone(now, timeZone).slice(0, 3)}0-01-01`;
  const worked = Array.from({ length: DAYS }, (_, n) => (isWorkingDay(addDays(first, n)) ? '1' : '0')).join('');
  return createHash('sha256').update(JSON.stringify([timeZone, tellAt, daysAhead, reviewDays, quietDays, worked])).digest('hex').slice(0, 16);
}
