import type { CalendarException } from '#shared/contract/calendar.ts';
import { addDays, type IsoDate } from '#shared/kernel/dates.ts';

/** Days in a row that are alike. */
export interface Stretch extends Omit<CalendarException, 'date'> { from: IsoDate; to: IsoDate }

/** Joins days in a row of the same name and kind; days of one's own stay single, since each is removed by itself. @param days in order */
export function stretchesOf(days: readonly CalendarException[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { date, ...kind } of days) {
    const last = stretches.at(-1);
    const alike = last && !last.own && !kind.own && last.working === kind.working && last.name === kind.name && addDays(last.to, 1) === date;
    if (alike) last.to = date;
    else stretches.push({ ...kind, from: date, to: date });
  }
  return stretches;
}

/** The week with a day added or taken out, in order. */
export const toggleDay = (week: readonly number[], day: number): number[] => (week.includes(day) ? week.filter((one) => one !== day) : [...week, day].toSorted((a, b) => a - b));
