import type Database from 'better-sqlite3';
import type { AnniversaryRow } from '#shared/domain/today/model.ts';
import { comingDays, type ComingDays } from '#shared/domain/today/coming-days.ts';
import { daysBetween } from '#shared/kernel/dates.ts';
import { prepared } from '#core/db/prepared.ts';
import { notHidden, type Found, type TodayContext } from '../provider.ts';

const SHOWN = 30;

interface Day {
  kind: AnniversaryRow['kind'];
  id: string;
  /** As it is kept; a plain date that does not come again where `once` is 1. */
  day: string;
  once: number;
}

const ENDING = 'IN (SELECT value FROM json_each(+@endings))';

/** Everything that may fall into the days of the strip, found by month and day. Since when they are customers is told of key accounts only. */
const DAYS = `
  SELECT 'birthday' AS kind, p.id, p.birthday AS day, 0 AS once FROM person p INDEXED BY person_birthday
    WHERE p.birthday IS NOT NULL AND substr(p.birthday, -5) ${ENDING} AND EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id)
  UNION ALL SELECT 'founding', a.id, a.founded_on, 0 FROM account a INDEXED BY account_founded WHERE a.founded_on IS NOT NULL AND substr(a.founded_on, -5) ${ENDING}
  UNION ALL SELECT 'customerSince', a.id, a.customer_since, 0 FROM account a INDEXED BY account_watched
    WHERE (a.is_key = 1 OR a.quiet_days IS NOT NULL) AND a.is_key = 1 AND substr(a.customer_since, -5) ${ENDING}
  UNION ALL SELECT 'milestone', m.id, m.on_day, m.yearly = 0 FROM milestone m INDEXED BY milestone_day WHERE substr(m.on_day, -5) ${ENDING}`;

const SUBJECT = `
  SELECT j.key AS place, a.id AS accountId, a.name AS accountName, p.id AS personId, p.name AS personName, o.title AS personTitle, m.title
  FROM json_each(+@days) j
  LEFT JOIN milestone m ON j.value ->> 'kind' = 'milestone' AND m.id = j.value ->> 'id'
  LEFT JOIN person p ON j.value ->> 'kind' = 'birthday' AND p.id = j.value ->> 'id'
  LEFT JOIN position o ON o.id = (SELECT min(x.id) FROM position x WHERE x.person_id = p.id)
  CROSS JOIN account a ON a.id = coalesce(o.account_id, m.account_id, j.value ->> 'id')`;

interface Subject {
  place: number;
  accountId: string;
  accountName: string;
  personId: string | null;
  personName: string | null;
  personTitle: string | null;
  title: string | null;
}

let known: { today: string; days: ComingDays } | null = null;

/** The days of the strip, reckoned once a day: the Chinese calendar takes its time. */
export function daysFrom(today: string): ComingDays {
  if (known?.today !== today) known = { today, days: comingDays(today) };
  return known.days;
}

/** Birthdays, founding days, milestones and years as a customer over the days of the strip, the next first. */
export function readAnniversaries(db: Database.Database, { today, bounds }: TodayContext): Found<AnniversaryRow> {
  const { endings, read } = daysFrom(today);
  const answered = prepared(db, `SELECT 1 WHERE ${notHidden('@key')}`);
  const found = prepared<Day>(db, DAYS).all({ endings: JSON.stringify(endings) }).flatMap(({ kind, id, day, once }) => {
    const coming = read(day);
    // A first day as a customer is no anniversary, and a milestone of one day stays with its year.
    if (!coming || (once === 1 && coming.years !== 0 && coming.years !== null) || (kind === 'customerSince' && coming.years === 0)) return [];
    const key = `${kind}:${id}:${coming.date}`;
    return answered.get({ ...bounds, key }) ? [{ kind, id, key, ...coming }] : [];
  }).toSorted((a, b) => daysBetween(b.date, a.date) || (a.key < b.key ? -1 : 1));
  const shown = found.slice(0, SHOWN);
  const subjects = new Map(prepared<Subject>(db, SUBJECT).all({ days: JSON.stringify(shown) }).map((row) => [row.place, row]));
  return {
    count: found.length,
    rows: shown.flatMap(({ kind, key, date, years, lunar }, place) => {
      const of = subjects.get(place);
      if (!of) return [];
      const person = of.personId === null ? null : { id: of.personId, name: of.personName ?? '', title: of.personTitle };
      return [{ kind, key, date, years, lunar, accountId: of.accountId, accountName: of.accountName, person, title: of.title }];
    }),
  };
}
