import { describe, expect, it } from 'vitest';
import { anniversaryText, parseAnniversary, writeAnniversary } from '#shared/domain/calendar/anniversary.ts';

describe('the written form of a day that comes again', () => {
  it.each([
    ['1985-12-03', { calendar: 'solar', year: 1985, month: 12, day: 3, leap: false }],
    ['--02-29', { calendar: 'solar', year: null, month: 2, day: 29, leap: false }],
    ['lunar:1985-10-18', { calendar: 'lunar', year: 1985, month: 10, day: 18, leap: false }],
    ['lunar:--04L-30', { calendar: 'lunar', year: null, month: 4, day: 30, leap: true }],
  ] as const)('%s is read and written back', (text, anniversary) => {
    expect(parseAnniversary(text)).toEqual(anniversary);
    expect(writeAnniversary(anniversary)).toBe(text);
    expect(anniversaryText.safeParse(text).success).toBe(true);
  });

  it.each(['', '1985', '12-03', '2023-02-29', '--02-30', '1985-13-01', '1985-10L-18', 'lunar:1985-13-01', 'lunar:--10-31', 'lunar:0000-01-01', 'lunar:1985-10-00'])('%s is refused', (text) => {
    expect(parseAnniversary(text)).toBeNull();
    expect(anniversaryText.safeParse(text).success).toBe(false);
  });
});
