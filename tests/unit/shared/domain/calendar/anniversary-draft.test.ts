import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, textOfDraft } from '#shared/domain/calendar/anniversary-draft.ts';
import { parseAnniversary, writeAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { lunarDateName, lunarMonthName } from '#shared/domain/calendar/lunar-names.ts';
import { sayAnniversary } from '#shared/domain/calendar/say-anniversary.ts';

const blank = { calendar: 'solar', year: '', month: '', day: '', leap: false } as const;

describe('a day as it is filled in', () => {
  it('is written as the book keeps it', () => {
    expect(textOfDraft({ ...blank, month: '12', day: '3' })).toBe('--12-03');
    expect(textOfDraft({ calendar: 'lunar', year: '1985', month: '4', day: '10', leap: true })).toBe('lunar:1985-04L-10');
    expect(textOfDraft({ ...blank, calendar: 'lunar' })).toBe('');
  });

  it.each([{ year: '1985' }, { month: '12' }, { day: '3' }, { year: '85', month: '2', day: '30' }])('is no day yet with %j', (parts) => {
    const text = textOfDraft({ ...blank, ...parts });
    expect(text).not.toBe('');
    expect(parseAnniversary(text)).toBeNull();
  });

  it('is filled in from what the book keeps, and blank from what is no day', () => {
    const days = fc.record({
      calendar: fc.constantFrom('solar' as const, 'lunar' as const), year: fc.option(fc.integer({ min: 1000, max: 2100 })), month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }), leap: fc.boolean(),
    }).map((day) => writeAnniversary({ ...day, leap: day.leap && day.calendar === 'lunar' }));
    fc.assert(fc.property(days, (text) => { expect(textOfDraft(draftOf(text))).toBe(text); }));
    expect(draftOf('no day')).toEqual(blank);
  });
});

describe('a day as it is said', () => {
  const lunar = (day: string, year: number | null) => `lunar ${day}${year ?? ''}`;
  it.each([
    ['1985-12-03', '3 Dec 1985', '1985年12月3日'], ['--12-03', '3 Dec', '12月3日'], ['--02-29', '29 Feb', '2月29日'],
    ['lunar:1971-10-18', 'lunar 十月十八1971', 'lunar 十月十八1971'], ['lunar:--06L-01', 'lunar 闰六月初一', 'lunar 闰六月初一'], ['never', 'never', 'never'],
  ])('%s is %s, %s', (text, english, chinese) => {
    expect(sayAnniversary(text, 'en', lunar)).toBe(english);
    expect(sayAnniversary(text, 'zh-CN', lunar)).toBe(chinese);
  });

  it('has a name for every month and day of the Chinese calendar', () => {
    expect([1, 11, 12].map(lunarMonthName)).toEqual(['正月', '冬月', '腊月']);
    expect([1, 10, 11, 20, 21, 29, 30].map(lunarDateName)).toEqual(['初一', '初十', '十一', '二十', '廿一', '廿九', '三十']);
  });
});
