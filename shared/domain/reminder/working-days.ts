import { nearestWorkingDay } from '#shared/domain/calendar/nearest-working-day.ts';
import { addDays, type IsoDate } from '#shared/kernel/dates.ts';

type IsWorkingDay = (date: IsoDate) => boolean;

/** The first working day that is not before `date`. */
export const workingDayFrom = (date: IsoDate, isWorkingDay: IsWorkingDay): IsoDate => nearestWorkingDay(date, 1, isWorkingDay);

/** The day with `count` working days from it, itself included, to the day before `date`; `date` itself for 0. */
export function workingDaysBefore(date: IsoDate, count: number, isWorkingDay: IsWorkingDay): IsoDate {
  let day = date;
  for (let n = 0; n < count; n += 1) day = nearestWorkingDay(addDays(day, -1), -1, isWorkingDay);
  return day;
}
