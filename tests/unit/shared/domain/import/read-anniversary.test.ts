import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lunarDayName } from '#shared/domain/calendar/lunar-names.ts';
import { readAnniversary } from '#shared/domain/import/read-anniversary.ts';
import { readDays } from '#shared/domain/import/read-days.ts';

const of = (text: string, order: 'day-first' | 'month-first' | null = null, lunar = false) => {
  const result = readAnniversary(text, 'Asia/Shanghai', order, lunar);
  return result.ok ? result.value : result.error;
};

describe('a birthday in a file', () => {
  it.each([
    ['1985-12-03', '1985-12-03'], ['1985/12/3', '1985-12-03'], ['1985年12月3日', '1985-12-03'], ['1985-12-03 00:00:00', '1985-12-03'],
    ['--12-03', '--12-03'], ['12-03', '--12-03'], ['12/3', '--12-03'], ['12.3', '--12-03'], ['12月3日', '--12-03'], ['１２月３日', '--12-03'],
    ['3 Dec', '--12-03'], ['Dec 3', '--12-03'], ['December 3rd', '--12-03'], ['25/12', '--12-25'],
    ['农历十月十八', 'lunar:--10-18'], ['农历1971年十月十八', 'lunar:1971-10-18'], ['阴历10月18日', 'lunar:--10-18'], ['农历 10-18', 'lunar:--10-18'], ['农历1971-10-18', 'lunar:1971-10-18'],
    ['十月十八', 'lunar:--10-18'], ['闰四月初一', 'lunar:--04L-01'], ['腊月三十', 'lunar:--12-30'], ['正月廿三', 'lunar:--01-23'], ['冬月二十三', 'lunar:--11-23'], ['lunar:--10-18', 'lunar:--10-18'],
  ])('%s is %s', (text, expected) => expect(of(text)).toBe(expected));

  it.each(['', 'soon', '13-32', '2月30日', '农历十三月初一', '农历十月三十一', '2 Foo', '31-12-31-1'])('%j is refused', (text) => expect(of(text)).toBe('date-invalid'));

  it('has the day first where the file does', () => {
    expect(of('3/12', 'day-first')).toBe('--12-03');
    expect(of('3/25', 'day-first')).toBe('--03-25');
    expect(of('5.6.1985', 'day-first')).toBe('1985-06-05');
  });

  it('is lunar throughout a column that says so', () => {
    expect(of('1971-10-18', null, true)).toBe('lunar:1971-10-18');
    expect(of('10/18', null, true)).toBe('lunar:--10-18');
    expect(of('10月18日', null, true)).toBe('lunar:--10-18');
    expect(of('--10-18', null, true)).toBe('lunar:--10-18');
    expect(of('lunar:--10-18', null, true)).toBe('lunar:--10-18');
    // Lunar months have 30 days, February too.
    expect(of('2月30日', null, true)).toBe('lunar:--02-30');
  });

  it('is read back from every name that a lunar day has', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), fc.boolean(), (month, day, leap) => {
      const pad = (n: number) => String(n).padStart(2, '0');
      expect(of(`农历${lunarDayName({ month, leap, day })}`)).toBe(`lunar:--${pad(month)}${leap ? 'L' : ''}-${pad(day)}`);
    }));
  });
});

describe('an interval in a file', () => {
  it.each([['30', 30], ['30 天', 30], ['45 days', 45], ['2 周', 14], ['2 weeks', 14], ['3 个月', 90], ['30.0', 30]])('%s is %i days', (text, days) => {
    expect(readDays(text)).toEqual({ ok: true, value: days });
  });

  it.each(['0', '-3', '9999', 'often', '1.5', ''])('%j is refused', (text) => expect(readDays(text)).toEqual({ ok: false, error: 'number-invalid' }));
});
