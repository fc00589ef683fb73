import { describe, expect, it } from 'vitest';
import { comingOf, daysInOrder, type AccountDay } from '#shared/domain/calendar/account-days.ts';
import { hasLeapMonth } from '#shared/domain/calendar/leap-months.ts';

const TODAY = '2026-11-23';
const fact = (id: string, day: string, yearly = true): Omit<AccountDay, 'next'> => ({ kind: 'milestone', id, name: id, day, yearly });

describe('when a day comes next', () => {
  it('is said in both calendars', () => {
    expect(comingOf('2006-12-05', TODAY)).toEqual({ date: '2026-12-05', years: 20, lunar: '十月廿七' });
    expect(comingOf('lunar:--10-18', TODAY)).toEqual({ date: '2026-11-26', years: null, lunar: '十月十八' });
  });

  it.each(['', '12-05', '2026-02-30'])('is not known of %s', (day) => expect(comingOf(day, TODAY)).toBeNull());
});

describe('the days of an account', () => {
  it('stand in the order in which they come, and those that are over last', () => {
    const days = daysInOrder([fact('over', '2024-01-01', false), fact('later', '--06-01'), fact('soon', 'lunar:1971-10-18'), fact('once', '2026-12-01', false), fact('lately', '2026-11-22', false)], TODAY);
    expect(days.map(({ id, next }) => [id, next?.date ?? null])).toEqual([
      ['soon', '2026-11-26'], ['once', '2026-12-01'], ['later', '2027-06-01'], ['lately', null], ['over', null],
    ]);
  });

  it('that come once come today, but no more tomorrow', () => {
    expect(daysInOrder([fact('a', TODAY, false)], TODAY)[0]?.next).toMatchObject({ date: TODAY, years: 0 });
    expect(daysInOrder([fact('a', TODAY, false)], '2026-11-24')[0]?.next).toBeNull();
  });
});

describe('a leap month', () => {
  it.each([[2023, 2, true], [2025, 6, true], [2026, 6, false], [2033, 11, true], [2025, 5, false]] as const)('%i, month %i: %s', (year, month, leap) => {
    expect(hasLeapMonth(year, month)).toBe(leap);
  });

  it('without a year may be where some year has one, which is never after the last month', () => {
    expect(hasLeapMonth(null, 4)).toBe(true);
    expect(hasLeapMonth(null, 12)).toBe(false);
  });
});
