import fc from 'fast-check';
import { Solar } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { dateOfLunarDay, lunarDayOf, lunarMonthDays } from '#shared/domain/calendar/lunar-day.ts';
import { addDays, daysBetween } from '#shared/kernel/dates.ts';

const days = fc.integer({ min: 0, max: daysBetween('1900-01-31', '2100-12-31') }).map((n) => addDays('1900-01-31', n));

describe('a day of the Chinese calendar', () => {
  it.each([
    ['2026-02-16', { year: 2025, month: 12, leap: false, day: 29 }], ['2026-02-17', { year: 2026, month: 1, leap: false, day: 1 }],
    ['2026-11-23', { year: 2026, month: 10, leap: false, day: 15 }], ['2025-07-25', { year: 2025, month: 6, leap: true, day: 1 }], ['2027-01-01', { year: 2026, month: 11, leap: false, day: 24 }],
  ])('of %s is found, and the way back', (date, lunar) => {
    expect(lunarDayOf(date)).toEqual(lunar);
    expect(dateOfLunarDay(lunar)).toBe(date);
  });

  it('is the one that the library reckons day by day, and leads back to its date', () => {
    fc.assert(fc.property(days, (date) => {
      const [year, month, day] = date.split('-').map(Number);
      const lunar = Solar.fromYmd(year ?? 0, month ?? 0, day ?? 0).getLunar();
      const found = lunarDayOf(date);
      expect([found.year, found.leap ? -found.month : found.month, found.day]).toEqual([lunar.getYear(), lunar.getMonth(), lunar.getDay()]);
      expect(dateOfLunarDay(found)).toBe(date);
      expect(lunarMonthDays(found.year, found.month, found.leap)).toBeGreaterThanOrEqual(found.day);
    }), { numRuns: 300 });
  });

  it('follows the one before, through every month of a leap year', () => {
    for (let date = '2025-01-29'; date < '2026-02-17'; date = addDays(date, 1)) {
      const [here, next] = [lunarDayOf(date), lunarDayOf(addDays(date, 1))];
      expect(next.day === here.day + 1 || (next.day === 1 && here.day === lunarMonthDays(here.year, here.month, here.leap))).toBe(true);
    }
  });

  it('that there is not is refused', () => {
    expect(lunarMonthDays(2026, 6, true)).toBeNull();
    expect(lunarMonthDays(2025, 6, true)).toBe(29);
    for (const lunar of [{ year: 2026, month: 6, leap: true, day: 1 }, { year: 2026, month: 13, leap: false, day: 1 }, { year: 2025, month: 6, leap: true, day: 30 }, { year: 2026, month: 1, leap: false, day: 0 }]) {
      expect(() => dateOfLunarDay(lunar)).toThrow('no such day');
    }
  });
});
