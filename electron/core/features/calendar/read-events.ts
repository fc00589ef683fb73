import type Database from 'better-sqlite3';
import { planEvents, type DayToWrite, type EventWords } from '#shared/domain/calendar/plan-events.ts';
import { icsText } from '#shared/domain/calendar/ics-text.ts';
import type { Words } from '#shared/domain/review/deck-voice.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import { prepared } from '#core/db/prepared.ts';
import { readBookSettings } from '#core/db/settings.ts';

/** All that has a day: birthdays stand under the first account of the person, tasks while they are open. */
const DAYS = `
  SELECT 'founding' AS kind, id, founded_on AS day, 1 AS yearly, NULL AS name, name AS account FROM account WHERE founded_on IS NOT NULL
  UNION ALL SELECT 'customerSince', id, customer_since, 1, NULL, name FROM account WHERE customer_since IS NOT NULL
  UNION ALL SELECT 'milestone', m.id, m.on_day, m.yearly, m.title, a.name FROM milestone m JOIN account a ON a.id = m.account_id
  UNION ALL SELECT 'birthday', p.id, p.birthday, 1, p.name, coalesce((SELECT min(a.name) FROM position o JOIN account a ON a.id = o.account_id WHERE o.person_id = p.id), '')
    FROM person p WHERE p.birthday IS NOT NULL
  UNION ALL SELECT 'task', k.id, k.due_on, 0, k.title, a.name FROM task k JOIN account a ON a.id = k.account_id WHERE k.due_on IS NOT NULL AND k.done_at IS NULL
  UNION ALL SELECT 'review', r.id, r.held_on, 0, r.year || '-Q' || r.quarter, a.name FROM review r JOIN account a ON a.id = r.account_id`;

function wordEvents(words: Words): EventWords {
  return ({ kind, name, account }, years, lunar) => {
    const values = { name: name ?? '', account, count: years ?? 0, lunar };
    return {
      title: years === null || years === 0 ? words(`file.${kind}`, values) : words(`fileYears.${kind}`, values),
      // A person may have no account at the time.
      details: kind === 'task' || kind === 'review' ? account : account === '' ? lunar : words('file.details', values),
    };
  };
}

/**
 * The calendar file of the book: the same text for the same book and day.
 * @param now ms UTC
 */
export function calendarText(db: Database.Database, now: number, words: Words): string {
  const { title, timeZone } = readBookSettings(db);
  const today = dateInZone(now, timeZone);
  const days = prepared<Omit<DayToWrite, 'yearly'> & { yearly: number }>(db, DAYS).all().map((day): DayToWrite => ({ ...day, yearly: day.yearly === 1 }));
  return icsText(title, planEvents(days, today, wordEvents(words)), `${today.replaceAll('-', '')}T000000Z`);
}
