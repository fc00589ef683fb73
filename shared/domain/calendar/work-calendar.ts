import { addDays, isoWeekday, type IsoDate } from '#shared/kernel/dates.ts';
import { nearestWorkingDay } from './nearest-working-day.ts';

/** Which days are worked: a week, and the days that differ from it. */
export interface WorkCalendar {
  /** ISO weekdays that are worked, Monday 1 … Sunday 7. */
  week: number[];
  days: ReadonlyMap<IsoDate, { working: boolean; name: string }>;
}

export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): boolean {
  return calendar.days.get(date)?.working ?? calendar.week.includes(isoWeekday(date));
}

const search = (calendar: WorkCalendar, date: IsoDate, step: 1 | -1): IsoDate => nearestWorkingDay(date, step, (day) => isWorkingDay(calendar, day));

/** The day itself when it is worked, else the last one worked before it. */
export const workingDayOnOrBefore = (calendar: WorkCalendar, date: IsoDate): IsoDate => search(calendar, date, -1);

/** The day itself when it is worked, else the first one worked after it. */
export const workingDayOnOrAfter = (calendar: WorkCalendar, date: IsoDate): IsoDate => search(calendar, date, 1);

/**
 * The working day that lies `n` working days after `from`, before it when negative. `from` itself is not counted;
 * 0 leaves it as it is, worked or not.
 */
export function addWorkingDays(calendar: WorkCalendar, from: IsoDate, n: number): IsoDate {
  const step = n < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(n); left > 0; left -= 1) day = search(calendar, addDays(day, step), step);
  return day;
}
