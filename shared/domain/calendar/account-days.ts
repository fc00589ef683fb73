import { z } from 'zod';
import type { IsoDate } from '#shared/kernel/dates.ts';
import { parseAnniversary } from './anniversary.ts';
import { lunarDayName, lunarDayOf } from './lunar-day.ts';
import { nextOccurrence } from './next-occurrence.ts';

/** When a day comes next: years since it was, null when its year is not known; `lunar` is that date's name in the Chinese calendar. */
export const comingSchema = z.object({ date: z.string(), years: z.number().int().nullable(), lunar: z.string() });
export type Coming = z.infer<typeof comingSchema>;

export const dayKinds = ['founding', 'customerSince', 'milestone', 'birthday'] as const;

export const accountDaySchema = z.object({
  kind: z.enum(dayKinds),
  /** Of the account, the milestone or the person. */
  id: z.string(),
  /** What a milestone is called, or whose birthday it is. */
  name: z.string().nullable(),
  /** As `parseAnniversary` reads it. */
  day: z.string(),
  yearly: z.boolean(),
  /** Null for a day that is over and does not come again. */
  next: comingSchema.nullable(),
});
export type AccountDay = z.infer<typeof accountDaySchema>;

/** When the day written as `day` comes next, `today` included; null for what is no such day. */
export function comingOf(day: string, today: IsoDate): Coming | null {
  const anniversary = parseAnniversary(day);
  if (!anniversary) return null;
  const next = nextOccurrence(anniversary, today);
  return { ...next, lunar: lunarDayName(lunarDayOf(next.date)) };
}

/** The days in the order in which they come; those that are over last, the latest of them first. */
export function daysInOrder(facts: readonly Omit<AccountDay, 'next'>[], today: IsoDate): AccountDay[] {
  const days = facts.map((fact): AccountDay => ({ ...fact, next: fact.yearly || fact.day >= today ? comingOf(fact.day, today) : null }));
  return days.toSorted((a, b) => {
    if (a.next && b.next) return a.next.date.localeCompare(b.next.date) || a.id.localeCompare(b.id);
    return a.next ? -1 : b.next ? 1 : b.day.localeCompare(a.day);
  });
}
