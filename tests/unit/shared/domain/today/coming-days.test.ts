import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnniversary, writeAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { nextOccurrence } from '#shared/domain/calendar/next-occurrence.ts';
import { comingDays, STRIP_DAYS } from '#shared/domain/today/coming-days.ts';
import { addDays, isoWeek } from '#shared/kernel/dates.ts';

describe('the days of the strip', () => {
  const { read, endings } = comingDays('2026-11-23');

  it.each<[string, ReturnType<typeof read>]>([
    ['1985-11-26', { date: '2026-11-26', years: 41, lunar: null }],
    ['--11-23', { date: '2026-11-23', years: null, lunar: null }],
    ['2006-12-06', { date: '2026-12-06', years: 20, lunar: null }],
    ['2006-12-07', null],
    ['2006-11-22', null],
    ['lunar:1970-10-18', { date: '2026-11-26', years: 56, lunar: '十月十八' }],
    ['lunar:--10-18', { date: '2026-11-26', years: null, lunar: '十月十八' }],
    ['lunar:1984-10L-20', { date: '2026-11-28', years: 42, lunar: '闰十月二十' }],
    ['2026-11-30', { date: '2026-11-30', years: 0, lunar: null }],
    ['2027-11-30', null],
    ['', null],
    ['nonsense', null],
  ])('read %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('begin with the day in the Chinese calendar', () => {
    expect(comingDays('2026-11-23').lunarDay).toBe('十月十五');
  });

  it('keep 29 February on the 28th of other years', () => {
    expect(comingDays('2027-02-20').read('2000-02-29')).toEqual({ date: '2027-02-28', years: 27, lunar: null });
    expect(comingDays('2027-02-20').endings).toContain('02-29');
  });

  it('name how the texts end, each five characters long', () => {
    expect(endings).toContain('12-06');
    expect(endings).toContain('10-18');
    expect(new Set(endings.map((ending) => ending.length))).toEqual(new Set([5]));
  });

  it('find exactly what the calendar says, and by their endings nothing is passed over', () => {
    const day = fc.record({
      calendar: fc.constantFrom('solar' as const, 'lunar' as const), year: fc.option(fc.integer({ min: 1930, max: 2020 })),
      month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 30 }), leap: fc.boolean(),
    });
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_000 }), fc.array(day, { minLength: 25, maxLength: 25 }), (ahead, days) => {
      const from = addDays('2024-01-01', ahead);
      const strip = comingDays(from);
      for (const one of days) {
        const text = writeAnniversary({ ...one, leap: one.leap && one.calendar === 'lunar' });
        const anniversary = parseAnniversary(text);
        if (!anniversary) continue;
        const { date, years } = nextOccurrence(anniversary, from);
        const found = strip.read(text);
        expect(found && { date: found.date, years: found.years }, `${text} from ${from}`).toEqual(date < addDays(from, STRIP_DAYS) ? { date, years } : null);
        if (found) expect(strip.endings, text).toContain(text.slice(-5));
      }
    }), { numRuns: 20 });
  });
});

it('a week belongs to the year of its Thursday', () => {
  expect(['2026-11-23', '2026-01-01', '2027-01-01', '2027-01-04', '2024-12-30', '2020-12-31'].map(isoWeek)).toEqual([48, 1, 53, 1, 1, 53]);
});
