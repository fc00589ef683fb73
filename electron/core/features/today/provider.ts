import type Database from 'better-sqlite3';
import type { DayBounds } from '#shared/domain/today/answers.ts';
import type { TodayRow, TodaySection } from '#shared/domain/today/model.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';

/** A person who should have heard from us by now. `lastAt` null: never did. */
export interface SilentPerson {
  key: string;
  personId: string;
  accountId: string;
  lastAt: number | null;
  days: number;
  limit: number;
}

/** What every list of the page is read with. */
export interface TodayContext {
  today: IsoDate;
  timeZone: string;
  bounds: DayBounds;
  /** The longest silence first. */
  silentPeople: SilentPerson[];
  /** How many rows of a section are shown. */
  cap: (section: TodaySection) => number;
}

/** The first rows of a list, and how many there are in all. */
export interface Found<Row> {
  count: number;
  rows: Row[];
}

/** Gives rows to some of the sections, each list in the order of `compareRows`. Called within the one read of the page. */
export type TodayProvider = (db: Database.Database, context: TodayContext) => Partial<Record<TodaySection, Found<TodayRow>>>;

/** SQL that is true while no answer hides the row of this key; the same rule as `isHidden`, over the bounds of the day. */
export const notHidden = (key: string): string => `NOT EXISTS (SELECT 1 FROM reminder_answer r WHERE r.key = ${key}
  AND (r.snoozed_until IS NULL OR (r.snoozed_until > @now AND (r.snoozed_until >= @nextDayStart OR r.answered_at >= @dayStart))))`;
