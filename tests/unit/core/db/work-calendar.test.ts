import { HolidayUtil } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { readWorkCalendar, shippedHolidays } from '#core/db/work-calendar.ts';
import { yearsOf } from '#shared/domain/calendar/holiday-table.ts';
import { isWorkingDay } from '#shared/domain/calendar/work-calendar.ts';
import { isoWeekday } from '#shared/kernel/dates.ts';
import { scratchDb } from '../../../builders/scratch-db.ts';
import { resourcesDir } from '../../../builders/test-book.ts';

describe('the Chinese holidays that come with the program', () => {
  const { table, days } = shippedHolidays(resourcesDir);

  it('reach from 2024 to 2026', () => {
    expect(yearsOf(table)).toEqual([2024, 2025, 2026]);
  });

  it.each(yearsOf(table))('of %i are those that another table knows', (year) => {
    const other = HolidayUtil.getHolidays(String(year)).map((day) => `${day.getDay()} ${day.isWork()}`);
    expect(days.filter(({ date }) => date.startsWith(`${year}-`)).map(({ date, working }) => `${date} ${working}`)).toEqual(other);
  });

  it('name each day once, in order; days worked in their stead fall on weekends', () => {
    const dates = days.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    for (const { date, working } of days) if (working) expect(isoWeekday(date)).toBeGreaterThan(5);
  });
});

describe("a book's working days", () => {
  const keep = 'INSERT INTO setting (key, value) VALUES (?, ?)';

  it('follow the Chinese holidays where the clock is Chinese, and the week elsewhere', () => {
    const shanghai = readWorkCalendar(scratchDb(), resourcesDir);
    expect(isWorkingDay(shanghai, '2026-10-10')).toBe(true);
    expect(isWorkingDay(shanghai, '2026-10-02')).toBe(false);
    expect(isWorkingDay(shanghai, '2026-10-07')).toBe(false);
    const berlin = readWorkCalendar(scratchDb({ timeZone: 'Europe/Berlin' }), resourcesDir);
    expect(isWorkingDay(berlin, '2026-10-10')).toBe(false);
    expect(isWorkingDay(berlin, '2026-10-02')).toBe(true);
  });

  it('follow the choice that was made', () => {
    const db = scratchDb();
    db.prepare(keep).run('calendar', JSON.stringify({ version: 1, week: [1, 2, 3, 4, 5, 6], chineseHolidays: false }));
    const calendar = readWorkCalendar(db, resourcesDir);
    expect(isWorkingDay(calendar, '2026-10-02')).toBe(true);
    expect(isWorkingDay(calendar, '2026-11-21')).toBe(true);
  });

  it("give the book's own days the last word", () => {
    const db = scratchDb();
    db.prepare('INSERT INTO work_day (date, working, name) VALUES (?, ?, ?)').run('2026-10-10', 0, '公司年会');
    const calendar = readWorkCalendar(db, resourcesDir);
    expect(calendar.days.get('2026-10-10')).toEqual({ working: false, name: '公司年会' });
  });

  it('of a year that is not published go by the week', () => {
    const calendar = readWorkCalendar(scratchDb(), resourcesDir);
    expect(isWorkingDay(calendar, '2027-10-01')).toBe(true);
  });
});
