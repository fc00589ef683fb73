import type Database from 'better-sqlite3';
import type { ReminderFacts } from '#shared/domain/reminder/facts.ts';
import { startOfNextDay } from '#shared/domain/reminder/tell-from.ts';
import { prepared } from '../db/prepared.ts';
import { lastContactOfAccount, lastContactOfPerson } from '../measures/last-contact.ts';

type AccountRow = Omit<ReminderFacts['accounts'][number], 'isKey'> & { isKey: number };
type MilestoneRow = Omit<ReminderFacts['milestones'][number], 'yearly'> & { yearly: number };

// Only rows that may be told of: most people have neither a birthday nor an interval, most accounts are not key accounts.
const PEOPLE = `
  SELECT p.id, p.name, p.birthday, p.keep_in_touch_days AS keepInTouchDays, p.created_at AS createdAt, a.id AS accountId, coalesce(a.name, '') AS account,
    CASE WHEN p.keep_in_touch_days IS NOT NULL THEN ${lastContactOfPerson('p.id')} END AS lastAt
  FROM person p LEFT JOIN account a ON a.id = (SELECT o.account_id FROM position o WHERE o.person_id = p.id ORDER BY o.id LIMIT 1)
  WHERE p.birthday IS NOT NULL OR p.keep_in_touch_days IS NOT NULL`;

const ACCOUNTS = `
  SELECT a.id, a.name, a.is_key AS isKey, a.quiet_days AS quietDays, a.created_at AS createdAt, a.founded_on AS foundedOn, a.customer_since AS customerSince,
    CASE WHEN a.is_key = 1 OR a.quiet_days IS NOT NULL THEN ${lastContactOfAccount('a.id')} END AS lastAt
  FROM account a WHERE a.is_key = 1 OR a.quiet_days IS NOT NULL OR a.founded_on IS NOT NULL OR a.customer_since IS NOT NULL`;

const MILESTONES = `
  SELECT m.id, m.account_id AS accountId, a.name AS account, m.title, m.on_day AS onDay, m.yearly FROM milestone m JOIN account a ON a.id = m.account_id`;

const TASKS = `
  SELECT k.id, k.account_id AS accountId, a.name AS account, k.title, k.due_on AS dueOn FROM task k JOIN account a ON a.id = k.account_id
  WHERE k.done_at IS NULL AND k.due_on IS NOT NULL`;

const REVIEWS = 'SELECT r.id, r.account_id AS accountId, a.name AS account, r.held_on AS heldOn FROM review r JOIN account a ON a.id = r.account_id WHERE r.frozen_at IS NULL';

/** Everything in the book that may be told of as it stands at `now`; call it in one read transaction. */
export function readReminderFacts(db: Database.Database, now: number, timeZone: string): ReminderFacts {
  const day = { nextDayStart: startOfNextDay(now, timeZone) };
  return {
    people: prepared<ReminderFacts['people'][number]>(db, PEOPLE).all(day),
    accounts: prepared<AccountRow>(db, ACCOUNTS).all(day).map((row) => ({ ...row, isKey: row.isKey === 1 })),
    milestones: prepared<MilestoneRow>(db, MILESTONES).all().map((row) => ({ ...row, yearly: row.yearly === 1 })),
    tasks: prepared<ReminderFacts['tasks'][number]>(db, TASKS).all(),
    reviews: prepared<ReminderFacts['reviews'][number]>(db, REVIEWS).all(),
  };
}
