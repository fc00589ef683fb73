import type Database from 'better-sqlite3';
import type { ReminderRules } from '#shared/domain/reminder/facts.ts';
import { migrateReminderSettings } from '#shared/domain/reminder/migrate-settings.ts';
import type { ReminderAnswer } from '#shared/domain/reminder/model.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';
import { prepared } from '../db/prepared.ts';
import { readBookSettings } from '../db/settings.ts';

/** Under which the book keeps what is told and when, as JSON. */
export const REMINDER_SETTING = 'reminders';

/** Which days a book works, as its calendar says. */
export type WorkingDays = (db: Database.Database) => (date: IsoDate) => boolean;

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function readReminderRules(db: Database.Database, workingDays: WorkingDays): ReminderRules {
  const kept = prepared<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?').get(REMINDER_SETTING);
  return { settings: migrateReminderSettings(parse(kept?.value)), timeZone: readBookSettings(db).timeZone, isWorkingDay: workingDays(db) };
}

/** What was answered, by reminder or subject. */
export function readReminderAnswers(db: Database.Database): Map<string, ReminderAnswer> {
  const rows = prepared<ReminderAnswer>(db, 'SELECT key, snoozed_until AS snoozedUntil, answered_at AS answeredAt FROM reminder_answer').all();
  return new Map(rows.map((row) => [row.key, row]));
}
