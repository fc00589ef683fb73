import type Database from 'better-sqlite3';
import { dayBounds, type DayBounds } from '#shared/domain/today/answers.ts';
import { todaySections, type TodayPage, type TodaySection } from '#shared/domain/today/model.ts';
import { compareRows } from '#shared/domain/today/order-rows.ts';
import { snoozeTimes } from '#shared/domain/today/snooze-times.ts';
import { isoWeek } from '#shared/kernel/dates.ts';
import { prepared } from '#core/db/prepared.ts';
import type { MeasureContext } from '#core/measures/measure-request.ts';
import { findSilentPeople } from './find-silent-people.ts';
import type { TodayContext } from './provider.ts';
import { daysFrom, readAnniversaries } from './providers/anniversaries.ts';
import { nextUp } from './providers/due-tasks.ts';
import { readReviews } from './providers/reviews.ts';
import { sectionProviders } from './providers/section-providers.ts';

/** Rows of a section before it is opened whole: people stand three in a line. */
const FIRST: Record<TodaySection, number> = { late: 8, due: 8, atRisk: 6, withoutNextStep: 5, hearFromUs: 6 };
const WHOLE = 500;

/** When the next thing that was put off is back, or the day is over. */
function nextChange(db: Database.Database, { now, nextDayStart }: DayBounds): number {
  const back = prepared<{ at: number | null }>(db, 'SELECT min(snoozed_until) AS at FROM reminder_answer WHERE snoozed_until > ? AND snoozed_until < ?').get(now, nextDayStart)?.at;
  return (back ?? nextDayStart) - now;
}

/** The whole page, inside one read. @param whole sections that are shown with all their rows */
export function readPage(db: Database.Database, { asOf: today, timeZone }: MeasureContext, now: number, whole: readonly TodaySection[]): TodayPage {
  const bounds = dayBounds(now, timeZone);
  const context: TodayContext = {
    today, timeZone, bounds, silentPeople: findSilentPeople(db, bounds, today, timeZone), cap: (section) => (whole.includes(section) ? WHOLE : FIRST[section]),
  };
  const given = sectionProviders.map((provide) => provide(db, context));
  return {
    day: today, week: isoWeek(today), lunarDay: daysFrom(today).lunarDay,
    hasAccounts: prepared(db, 'SELECT 1 FROM account LIMIT 1').get() !== undefined,
    sections: todaySections.map((section) => {
      const parts = given.flatMap((parts_) => parts_[section] ?? []);
      return {
        section, count: parts.reduce((sum, { count }) => sum + count, 0),
        rows: parts.flatMap(({ rows }) => rows).toSorted(compareRows).slice(0, context.cap(section)),
      };
    }),
    anniversaries: readAnniversaries(db, context), reviews: readReviews(db, context), nextUp: nextUp(db, today),
    snooze: snoozeTimes(now, timeZone), changesInMs: nextChange(db, bounds),
  };
}
