import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { dateOfLunarDay, lunarDayName, lunarDayOf, lunarMonthDays } from '#shared/domain/calendar/lunar-day.ts';
import { nextOccurrence } from '#shared/domain/calendar/next-occurrence.ts';
import { addDays, daysBetween } from '#shared/kernel/dates.ts';

function next(text: string, from: string) {
  const anniversary = parseAnniversary(text);
  if (!anniversary) throw new Error(text);
  return nextOccurrence(anniversary, from);
}

describe('when an anniversary comes next', () => {
  it.each([
    ['1985-12-03', '2026-11-23', '2026-12-03', 41],
    ['1985-12-03', '2026-12-03', '2026-12-03', 41],
    ['1985-12-03', '2026-12-04', '2027-12-03', 42],
    ['--12-03', '2026-11-23', '2026-12-03', null],
    ['2030-12-03', '2026-11-23', '2030-12-03', 0],
    // 29 February
    ['1988-02-29', '2026-02-01', '2026-02-28', 38],
    ['1988-02-29', '2028-02-01', '2028-02-29', 40],
    ['--02-29', '2100-01-01', '2100-02-28', null],
    // Public tables: 2026-11-26 is 十月十八; the New Years of 2026 and 2027 are 17 and 6 February.
    ['lunar:1971-10-18', '2026-11-23', '2026-11-26', 55],
    ['lunar:--01-01', '2026-01-01', '2026-02-17', null],
    ['lunar:--01-01', '2026-02-18', '2027-02-06', null],
    // The 12th month of lunar 2025 lies in 2026.
    ['lunar:--12-08', '2026-01-01', '2026-01-26', null],
    // 2025 has a leap 6th month from 25 July, 2026 has none.
    ['lunar:--06L-01', '2025-01-01', '2025-07-25', null],
    ['lunar:--06-01', '2025-01-01', '2025-06-25', null],
    ['lunar:--06L-01', '2026-01-01', '2026-07-14', null],
  ] as const)('%s from %s is %s', (text, from, date, years) => {
    expect(next(text, from)).toEqual({ date, years });
  });

  it('keeps day 30 on day 29 where the month is short', () => {
    for (let year = 1950; year < 2090; year += 1) {
      const length = lunarMonthDays(year, 12, false);
      const { date } = next('lunar:--12-30', dateOfLunarDay({ year, month: 12, leap: false, day: 1 }));
      expect(lunarDayOf(date)).toEqual({ year, month: 12, leap: false, day: length });
    }
  });

  it('is never before the day asked from, never over 385 days away, and the first such day', () => {
    const anniversary = fc.record({
      calendar: fc.constantFrom('solar' as const, 'lunar' as const), year: fc.constant(null),
      month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), leap: fc.boolean(),
    }).map((made) => ({ ...made, leap: made.leap && made.calendar === 'lunar' }));
    fc.assert(fc.property(anniversary, fc.integer({ min: 0, max: 70_000 }), (day, offset) => {
      const from = addDays('1905-01-01', offset);
      const { date } = nextOccurrence(day, from);
      expect(daysBetween(from, date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(from, date)).toBeLessThanOrEqual(385 + (day.leap ? 30 : 0));
      expect(nextOccurrence(day, date).date).toBe(date);
      if (from < date) expect(nextOccurrence(day, addDays(from, 1)).date).toBe(date);
    }));
  });
});

describe('days of the Chinese calendar', () => {
  it('are named as they are spoken', () => {
    expect(lunarDayName(lunarDayOf('2026-11-23'))).toBe('十月十五');
    expect(lunarDayName(lunarDayOf('2025-07-25'))).toBe('闰六月初一');
    expect([10, 20, 21, 30].map((day) => lunarDayName({ month: 12, leap: false, day }))).toEqual(['腊月初十', '腊月二十', '腊月廿一', '腊月三十']);
    expect(lunarDayName({ month: 1, leap: false, day: 1 })).toBe('正月初一');
  });

  it('lead back to the date they came from', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 70_000 }), (offset) => {
      const date = addDays('1905-01-01', offset);
      expect(dateOfLunarDay(lunarDayOf(date))).toBe(date);
    }));
  });
});
