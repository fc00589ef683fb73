import { z } from 'zod';
import { addDays, isIsoDate, type IsoDate } from '#shared/kernel/dates.ts';

const date = z.string().refine(isIsoDate, { message: 'date' });

/** Public holidays as they are published: from the first to the last day off, and the days worked in their stead. */
export const holidayTableSchema = z.object({
  source: z.string(),
  years: z.record(z.string().regex(/^\d{4}$/), z.array(z.object({ name: z.string(), off: z.tuple([date, date]), work: z.array(date) }))),
});
export type HolidayTable = z.infer<typeof holidayTableSchema>;

export interface DayOfTable {
  date: IsoDate;
  working: boolean;
  name: string;
}

/** Each day of the table on its own, in order. */
export function holidayDays({ years }: HolidayTable): DayOfTable[] {
  const days: DayOfTable[] = [];
  for (const { name, off: [first, last], work } of Object.values(years).flat()) {
    for (let day = first; day <= last; day = addDays(day, 1)) days.push({ date: day, working: false, name });
    for (const day of work) days.push({ date: day, working: true, name });
  }
  return days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The years that the table knows, in order. A year that is not among them goes by the week. */
export const yearsOf = ({ years }: HolidayTable): number[] => Object.keys(years).map(Number).toSorted((a, b) => a - b);
