import { addDays, type IsoDate } from '#shared/kernel/dates.ts';

type IsWorkingDay = (date: IsoDate) => boolean;

/** A calendar without any working day must not keep the search going. */
const FARTHEST = 366;

function search(date: IsoDate, step: 1 | -1, isWorkingDay: IsWorkingDay): IsoDate {
  for (let day = date, n = 0; n < FARTHEST; n += 1, day = addDays(day, step)) if (isWorkingDay(day)) return day;
  return date;
}

/** The first working day that is not before `date`. */
export const workingDayFrom = (date: IsoDate, isWorkingDay: IsWorkingDay): IsoDate => search(date, 1, isWorkingDay);

/** The day with `count` working days from it, itself included, to the day before `date`; `date` itself for 0. */
export function workingDaysBefore(date: IsoDate, count: number, isWorkingDay: IsWorkingDay): IsoDate {
  let day = date;
  for (let n = 0; n < count; n += 1) day = search(addDays(day, -1), -1, isWorkingDay);
  return day;
}
