import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { readCalendarSettings, type CalendarSettings } from '#shared/domain/calendar/calendar-settings.ts';
import { holidayDays, holidayTableSchema, type DayOfTable, type HolidayTable } from '#shared/domain/calendar/holiday-table.ts';
import type { WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { prepared } from './prepared.ts';
import { readBookSettings } from './settings.ts';

const tables = new Map<string, { table: HolidayTable; days: DayOfTable[] }>();

/** The Chinese holidays that come with the program, read once. @throws Error when the program's own file is broken */
export function shippedHolidays(resourcesDir: string): { table: HolidayTable; days: DayOfTable[] } {
  const path = join(resourcesDir, 'calendar', 'cn.json');
  let known = tables.get(path);
  if (!known) {
    const table = holidayTableSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    tables.set(path, (known = { table, days: holidayDays(table) }));
  }
  return known;
}

/** How the book counts working days. */
export function readCalendarChoice(db: Database.Database): CalendarSettings {
  const kept = prepared<{ value: string }>(db, `SELECT value FROM setting WHERE key = 'calendar'`).get()?.value ?? null;
  return readCalendarSettings(kept, readBookSettings(db).timeZone);
}

/** The days that the person brought into the book, in order. */
export function readOwnDays(db: Database.Database): DayOfTable[] {
  return prepared<{ date: string; working: number; name: string }>(db, 'SELECT date, working, name FROM work_day ORDER BY date').all()
    .map((day) => ({ ...day, working: day.working === 1 }));
}

/** The week of the book, with the holidays that count in it; the book's own days go before those of the program. */
export function readWorkCalendar(db: Database.Database, resourcesDir: string): WorkCalendar {
  const { week, chineseHolidays } = readCalendarChoice(db);
  const days = [...(chineseHolidays ? shippedHolidays(resourcesDir).days : []), ...readOwnDays(db)];
  return { week, days: new Map(days.map(({ date, working, name }) => [date, { working, name }])) };
}
