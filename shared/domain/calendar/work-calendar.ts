import { isoWeekday, type IsoDate } from '#shared/kernel/dates.ts';

/** Which days are worked: a week, and the days that differ from it. */
export interface WorkCalendar {
  /** ISO weekdays that are worked, Monday 1 … Sunday 7. */
  week: number[];
  days: ReadonlyMap<IsoDate, { working: boolean; name: string }>;
}

export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): boolean {
  return calendar.days.get(date)?.working ?? calendar.week.includes(isoWeekday(date));
}
