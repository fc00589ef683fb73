import type Database from 'better-sqlite3';
import type { CalendarException } from '#shared/contract/calendar.ts';
import type { CalendarSettings } from '#shared/domain/calendar/calendar-settings.ts';
import { yearsOf, type DayOfTable } from '#shared/domain/calendar/holiday-table.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';
import { readCalendarChoice, readOwnDays, shippedHolidays } from '#core/db/work-calendar.ts';

interface CalendarReading { settings: CalendarSettings; exceptions: CalendarException[]; unknownYears: number[] }

/** What counts as a working day, with the exceptions of the year of `today` and the next. */
export function readCalendar(db: Database.Database, resourcesDir: string, today: string): CalendarReading {
  const settings = readCalendarChoice(db);
  const { table, days } = shippedHolidays(resourcesDir);
  const own = readOwnDays(db);
  const year = Number(today.slice(0, 4));
  const years = [year, year + 1];
  const inYears = ({ date }: DayOfTable): boolean => years.includes(Number(date.slice(0, 4)));
  const byDate = new Map<string, CalendarException>();
  for (const day of settings.chineseHolidays ? days.filter(inYears) : []) byDate.set(day.date, { ...day, own: false });
  for (const day of own.filter(inYears)) byDate.set(day.date, { ...day, own: true });
  const known = new Set([...yearsOf(table), ...own.map(({ date }) => Number(date.slice(0, 4)))]);
  return {
    settings, exceptions: [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    unknownYears: settings.chineseHolidays ? years.filter((one) => !known.has(one)) : [],
  };
}

/** Inside `book.write`. */
export function keepSettings(db: Database.Database, settings: CalendarSettings): void {
  prepared(db, `INSERT INTO setting (key, value) VALUES ('calendar', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`).run(JSON.stringify(settings));
}

/** Inside `book.write`; a day that says the same already stays untouched. */
export function keepDay(db: Database.Database, { date, working, name }: DayOfTable): void {
  prepared(db, `INSERT INTO work_day (date, working, name) VALUES (@date, @working, @name)
    ON CONFLICT (date) DO UPDATE SET working = excluded.working, name = excluded.name WHERE working <> excluded.working OR name <> excluded.name`).run({ date, working: Number(working), name });
}

/** Inside `book.write`. @throws CodedError `not-found` on `date` */
export function dropDay(db: Database.Database, date: string): void {
  found(prepared(db, 'SELECT 1 FROM work_day WHERE date = ?').get(date), 'date');
  prepared(db, 'DELETE FROM work_day WHERE date = ?').run(date);
}
