import { z } from 'zod';
import { nearestWorkingDay } from '#shared/domain/calendar/nearest-working-day.ts';
import { addDays, isIsoDate } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone } from '#shared/kernel/zoned-time.ts';
import type { ReminderRules } from './facts.ts';
import { afterQuietHours } from './quiet-hours.ts';

export const snoozeChoices = ['laterToday', 'tomorrow', 'nextWorkingDay'] as const;

/** Until when a reminder may be put off: one of these, or a day `YYYY-MM-DD`. */
export const snoozeSchema = z.union([z.enum(snoozeChoices), z.string().refine(isIsoDate, { message: 'date' })]);
export type Snooze = z.infer<typeof snoozeSchema>;

const LATER_HOURS = 3;

/** When to tell again, ms UTC: some hours later and outside of quiet hours, or at the time of telling of a later day. */
export function snoozeUntil(snooze: Snooze, now: number, { settings, timeZone, isWorkingDay }: ReminderRules): number {
  const today = dateInZone(now, timeZone);
  const on = (day: string): number => instantInZone(day, settings.tellAt, timeZone);
  if (snooze === 'laterToday') return afterQuietHours(now + LATER_HOURS * 3_600_000, settings.quietHours, timeZone);
  if (snooze === 'tomorrow') return on(addDays(today, 1));
  if (snooze === 'nextWorkingDay') return on(nearestWorkingDay(addDays(today, 1), 1, isWorkingDay));
  return Math.max(on(snooze), now);
}

/** The moments that a reminder can be put off to at `now`: “later today” while there is some of it left outside quiet hours, and no moment twice. */
export function snoozeTimes(now: number, rules: ReminderRules): { choice: (typeof snoozeChoices)[number]; at: number }[] {
  const today = dateInZone(now, rules.timeZone);
  const times = snoozeChoices.map((choice) => ({ choice, at: snoozeUntil(choice, now, rules) }));
  return times.filter(({ choice, at }, n) => (choice !== 'laterToday' || dateInZone(at, rules.timeZone) === today) && times.findIndex((one) => one.at === at) === n);
}
