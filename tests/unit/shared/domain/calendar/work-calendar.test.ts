import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { addDays } from '#shared/kernel/dates.ts';

const week = [1, 2, 3, 4, 5];
// The days round the Spring Festival of 2026: Saturday 14 and Saturday 28 February are worked, 15 to 23 are off.
const festival: WorkCalendar = {
  week,
  days: new Map<string, { working: boolean; name: string }>([
    ['2026-02-14', { working: true, name: '春节' }],
    ...Array.from({ length: 9 }, (_, n) => [addDays('2026-02-15', n), { working: false, name: '春节' }] as const),
    ['2026-02-28', { working: true, name: '春节' }],
  ]),
};

describe('working days', () => {
  it('go by the week, but for the days that differ', () => {
    expect(isWorkingDay({ week, days: new Map() }, '2026-11-23')).toBe(true);
    expect(isWorkingDay({ week, days: new Map() }, '2026-11-22')).toBe(false);
    expect(isWorkingDay({ week: [7], days: new Map() }, '2026-11-22')).toBe(true);
    expect(isWorkingDay(festival, '2026-02-14')).toBe(true);
    expect(isWorkingDay(festival, '2026-02-16')).toBe(false);
  });

  it('are found before and after a festival, on Saturdays worked in its stead too', () => {
    expect(workingDayOnOrBefore(festival, '2026-02-20')).toBe('2026-02-14');
    expect(workingDayOnOrAfter(festival, '2026-02-15')).toBe('2026-02-24');
    expect(workingDayOnOrBefore(festival, '2026-03-01')).toBe('2026-02-28');
    expect(workingDayOnOrAfter(festival, '2026-02-28')).toBe('2026-02-28');
  });

  it('are counted forwards and backwards without the day itself', () => {
    expect(addWorkingDays(festival, '2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays(festival, '2026-02-13', 2)).toBe('2026-02-24');
    expect(addWorkingDays(festival, '2026-02-25', -2)).toBe('2026-02-14');
    expect(addWorkingDays(festival, '2026-02-18', 0)).toBe('2026-02-18');
  });

  it('never search for ever: a calendar without work answers with the days as they are', () => {
    const none: WorkCalendar = { week: [], days: new Map() };
    expect(workingDayOnOrAfter(none, '2026-02-18')).toBe('2026-02-18');
    expect(addWorkingDays(none, '2026-02-18', 3)).toBe('2026-02-21');
  });

  it('counted there and back lead to the day they began at, when it is worked', () => {
    const calendars = fc.record({
      week: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      days: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean()), { maxLength: 20 })
        .map((days) => new Map(days.map(([n, working]) => [addDays('2026-01-01', n), { working, name: '' }]))),
    });
    fc.assert(fc.property(calendars, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), (calendar, at, n) => {
      const from = workingDayOnOrAfter(calendar, addDays('2026-01-01', at));
      const there = addWorkingDays(calendar, from, n);
      expect(isWorkingDay(calendar, there)).toBe(true);
      expect(addWorkingDays(calendar, there, -n)).toBe(from);
    }));
  });
});
