import type Database from 'better-sqlite3';
import type { DayBounds } from '#shared/domain/today/answers.ts';
import { silentDays } from '#shared/domain/today/quiet-time.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';
import { prepared } from '#core/db/prepared.ts';
import { lastContactOfPerson } from '#core/measures/last-contact.ts';
import { notHidden, type SilentPerson } from './provider.ts';

type Kept = Omit<SilentPerson, 'days'> & { createdAt: number };

/** Clocks that change make a day shorter or longer; exactly it is reckoned by the calendar afterwards. */
export const SILENT = (since: string, limit: string): string => `${since} < @nextDayStart - ${limit} * 86400000 + 7200000`;

const PEOPLE = `
  WITH kept AS MATERIALIZED (
    SELECT p.id AS personId, p.keep_in_touch_days AS "limit", p.created_at AS createdAt,
      ${lastContactOfPerson('p.id')} AS lastAt
    FROM person p WHERE p.keep_in_touch_days IS NOT NULL),
  silent AS MATERIALIZED (
    SELECT 'keepInTouch:' || personId || ':' || coalesce(lastAt, createdAt) AS key, *,
      (SELECT o.account_id FROM position o WHERE o.person_id = personId ORDER BY o.id LIMIT 1) AS accountId
    FROM kept WHERE ${SILENT('coalesce(lastAt, createdAt)', '"limit"')})
  SELECT * FROM silent s WHERE accountId IS NOT NULL AND ${notHidden('s.key')}`;

/** The people whose interval has passed without an interaction, planned ones aside; the longest overdue first. */
export function findSilentPeople(db: Database.Database, bounds: DayBounds, today: IsoDate, timeZone: string): SilentPerson[] {
  return prepared<Kept>(db, PEOPLE).all({ ...bounds }).flatMap(({ createdAt, ...person }) => {
    const days = silentDays({ ...person, createdAt }, today, timeZone);
    return days === null ? [] : [{ ...person, days }];
  }).toSorted((a, b) => (b.days - b.limit) - (a.days - a.limit) || (a.key < b.key ? -1 : 1));
}
