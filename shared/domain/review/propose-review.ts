import { addDays, isoWeekday, type IsoDate } from '#shared/kernel/dates.ts';
import type { ReviewPersonRow } from './rows.ts';
import { peopleOf } from './people-groups.ts';

/** Time enough for what is asked ten days ahead. */
const LEAD_DAYS = 10;

/** The day proposed for a review: ten days on, or the Monday after where that is a weekend. */
export function proposeDay(today: IsoDate): IsoDate {
  const day = addDays(today, LEAD_DAYS);
  const weekday = isoWeekday(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}

/** The people proposed for a review: those who decide. */
export const proposePeople = (people: readonly ReviewPersonRow[], today: IsoDate): string[] => peopleOf(people, 'deciding', today).map(({ personId }) => personId);
