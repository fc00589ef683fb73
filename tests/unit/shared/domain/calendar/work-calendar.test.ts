import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestWorkingDay } from '#shared/domain/calendar/nearest-working-day.ts';
import { isWorkingDay, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
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

  const nearest = (calendar: WorkCalendar, date: string, step: 1 | -1): string => nearestWorkingDay(date, step, (day) => isWorkingDay(calendar, day));

  it('are found before and after a festival, on Saturdays worked in its stead too', () => {
    expect(nearest(festival, '2026-02-20', -1)).toBe('2026-02-14');
    expect(nearest(festival, '2026-02-15', 1)).toBe('2026-02-24');
    expect(nearest(festival, '2026-03-01', -1)).toBe('2026-02-28');
    expect(nearest(festival, '2026-02-28', 1)).toBe('2026-02-28');
  });

  it('are found also over a long holiday, and never searched for without end', () => {
    expect(nearestWorkingDay('2027-02-01', 1, (date) => date >= '2027-06-01')).toBe('2027-06-01');
    expect(nearest({ week: [], days: new Map() }, '2026-02-18', 1)).toBe('2026-02-18');
    expect(nearest({ week: [], days: new Map() }, '2026-02-18', -1)).toBe('2026-02-18');
  });

  it('that are found are worked, and none lies nearer', () => {
    const calendars = fc.record({
      week: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      days: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean()), { maxLength: 20 })
        .map((days) => new Map(days.map(([n, working]) => [addDays('2026-01-01', n), { working, name: '' }]))),
    });
    fc.assert(fc.property(calendars, fc.integer({ min: 0, max: 60 }), fc.constantFrom<1 | -1>(1, -1), (calendar, at, step) => {
      const from = addDays('2026-01-01', at);
      const found = nearest(calendar, from, step);
      expect(isWorkingDay(calendar, found)).toBe(true);
      for (let day = from; day !== found; day = addDays(day, step)) expect(isWorkingDay(calendar, day)).toBe(false);
    }));
  });
});
