import { addDays, type IsoDate } from '#shared/kernel/dates.ts';

/** A calendar that never works would send every search on for ever; what is asked of it is answered by the day as it is. */
const SEARCHED_DAYS = 366;

/** The day itself when it is worked, else the nearest one that is, after it (`step` 1) or before it (−1). */
export function nearestWorkingDay(date: IsoDate, step: 1 | -1, works: (date: IsoDate) => boolean): IsoDate {
  for (let ahead = 0, day = date; ahead <= SEARCHED_DAYS; ahead += 1, day = addDays(day, step)) if (works(day)) return day;
  return date;
}
