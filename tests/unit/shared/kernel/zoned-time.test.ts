import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInZone, instantInZone, isTimeZone, timeInZone } from '#shared/kernel/zoned-time.ts';

const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];
const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2099, 11, 31) });

/** What the platform itself says, asked anew. */
function platform(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(atMs);
}

describe('the wall of a time zone', () => {
  it('shows what the platform says, at any instant', () => {
    fc.assert(fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
      expect(`${dateInZone(at, zone)} ${timeInZone(at, zone)}`).toBe(platform(at, zone));
    }), { numRuns: 500 });
  });

  it('changes in the middle of a day when clocks do, and skips a day where a country did', () => {
    const beforeSpring = Date.UTC(2026, 2, 8, 6, 59, 59);
    expect([timeInZone(beforeSpring, 'America/New_York'), timeInZone(beforeSpring + 1_000, 'America/New_York')]).toEqual(['01:59', '03:00']);
    const last = Date.UTC(2011, 11, 30, 9, 59);
    expect([dateInZone(last, 'Pacific/Apia'), dateInZone(last + 60_000, 'Pacific/Apia')]).toEqual(['2011-12-29', '2011-12-31']);
  });

  it('is found again from its date and time, but for the hour that is skipped', () => {
    fc.assert(fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
      const [date, time] = [dateInZone(at, zone), timeInZone(at, zone)];
      const found = instantInZone(date, time, zone);
      expect([dateInZone(found, zone), timeInZone(found, zone)]).toEqual([date, time]);
      expect(found).toBeLessThanOrEqual(at);
    }), { numRuns: 300 });
    expect(timeInZone(instantInZone('2026-03-08', '02:30', 'America/New_York'), 'America/New_York')).toBe('03:30');
  });
});

describe('isTimeZone', () => {
  it.each([['Asia/Shanghai', true], ['UTC', true], ['Mars/Olympus', false], ['', false]])('%s: %s', (name, known) => expect(isTimeZone(name)).toBe(known));
});
