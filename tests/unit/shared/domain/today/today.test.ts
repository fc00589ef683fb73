import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBounds, isHidden } from '#shared/domain/today/answers.ts';
import { compareRows } from '#shared/domain/today/order-rows.ts';
import { silentDays } from '#shared/domain/today/quiet-time.ts';
import { morningOf, snoozeTimes } from '#shared/domain/today/snooze-times.ts';
import type { TodayRow } from '#shared/domain/today/model.ts';
import { instantInZone, timeInZone } from '#shared/kernel/zoned-time.ts';

const ZONE = 'Asia/Shanghai';
const at = (text: string): number => instantInZone(text.slice(0, 10), text.slice(11), ZONE);
const now = at('2026-11-23 10:00');

describe('what an answer hides', () => {
  const hidden = (snoozedUntil: string | null, answeredAt: string, seenAt: string): boolean => (
    isHidden({ snoozedUntil: snoozedUntil === null ? null : at(snoozedUntil), answeredAt: at(answeredAt) }, dayBounds(at(seenAt), ZONE))
  );

  it.each<[string, string | null, string, string, boolean]>([
    ['done with, for good', null, '2020-01-01 09:00', '2026-11-23 10:00', true],
    ['put off within the day, before its hour', '2026-11-23 13:00', '2026-11-23 10:00', '2026-11-23 12:59', true],
    ['put off within the day, at its hour', '2026-11-23 13:00', '2026-11-23 10:00', '2026-11-23 13:00', false],
    ['put off to tomorrow, late today', '2026-11-24 09:00', '2026-11-23 10:00', '2026-11-23 23:59', true],
    ['put off to tomorrow, at its midnight', '2026-11-24 09:00', '2026-11-23 10:00', '2026-11-24 00:00', false],
    ['put off to next week, on Sunday', '2026-11-30 09:00', '2026-11-23 10:00', '2026-11-29 22:00', true],
    ['put off long ago', '2026-11-20 09:00', '2026-11-19 10:00', '2026-11-23 10:00', false],
  ])('%s', (_, until, answered, seen, expected) => {
    expect(hidden(until, answered, seen)).toBe(expected);
  });

  it('ends: whatever is put off is back after its moment, and never before it was answered', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 30 * 86_400_000 }), fc.integer({ min: 1, max: 30 * 86_400_000 }), (answered, length) => {
      const answer = { answeredAt: now + answered, snoozedUntil: now + answered + length };
      expect(isHidden(answer, dayBounds(answer.snoozedUntil, ZONE))).toBe(false);
      expect(isHidden(answer, dayBounds(answer.answeredAt, ZONE))).toBe(true);
    }));
  });
});

describe('to when a row is put off', () => {
  it('is three hours on, the next morning, or next Monday morning', () => {
    expect(snoozeTimes(now, ZONE)).toEqual([
      { choice: 'later', at: at('2026-11-23 13:00') }, { choice: 'tomorrow', at: at('2026-11-24 09:00') }, { choice: 'nextWeek', at: at('2026-11-30 09:00') },
    ]);
    expect(timeInZone(snoozeTimes(now + 60_000, ZONE)[0]?.at ?? 0, ZONE)).toBe('13:15');
  });

  it('is no later today in the evening, and next week is tomorrow on a Sunday', () => {
    expect(snoozeTimes(at('2026-11-23 19:00'), ZONE)[0]).toEqual({ choice: 'later', at: at('2026-11-23 22:00') });
    expect(snoozeTimes(at('2026-11-23 19:01'), ZONE).map(({ choice }) => choice)).toEqual(['tomorrow', 'nextWeek']);
    expect(new Set(snoozeTimes(at('2026-11-22 23:30'), ZONE).map((one) => one.at))).toEqual(new Set([at('2026-11-23 09:00')]));
  });

  it('is always ahead, and hides the row at once, in every zone', () => {
    fc.assert(fc.property(fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia'), fc.integer({ min: 0, max: 400 * 86_400_000 }), (zone, ms) => {
      for (const { at: until } of snoozeTimes(now + ms, zone)) {
        expect(until).toBeGreaterThan(now + ms);
        expect(isHidden({ snoozedUntil: until, answeredAt: now + ms }, dayBounds(now + ms, zone))).toBe(true);
      }
    }));
    expect(morningOf('2026-12-03', ZONE)).toBe(at('2026-12-03 09:00'));
  });
});

describe('silence', () => {
  it('counts calendar days in the book’s zone, from the last interaction or from the beginning', () => {
    const quiet = (lastAt: string | null, limit = 30) => silentDays({ lastAt: lastAt === null ? null : at(lastAt), createdAt: at('2026-10-01 08:00'), limit }, '2026-11-23', ZONE);
    expect(quiet('2026-10-24 23:59')).toBe(30);
    expect(quiet('2026-10-25 00:01')).toBeNull();
    expect(quiet(null)).toBe(53);
    expect(quiet(null, 60)).toBeNull();
    expect(quiet('2020-01-01 00:00', 0)).toBeNull();
  });
});

describe('the order of rows', () => {
  const base = { accountId: 'a', accountName: 'A' };
  const task = (key: string, days: number): TodayRow => ({ ...base, kind: 'task', key, taskId: key, title: key, dueOn: '2026-11-20', days, ownerName: null, ownerSide: null });
  const quiet = (key: string, days: number, limit: number): TodayRow => ({ ...base, kind: 'quiet', key, lastAt: null, days, limit, peopleDue: 0 });
  const loose = (key: string, when: number): TodayRow => ({ ...base, kind: 'nextStep', key, interactionId: key, interactionKind: 'call', summary: key, at: when });
  const keys = (rows: TodayRow[]) => rows.toSorted(compareRows).map(({ key }) => key);

  it('is by what is longest overdue, against what was promised', () => {
    expect(keys([task('b', 1), task('c', 2), task('a', 1)])).toEqual(['c', 'a', 'b']);
    expect(keys([quiet('a', 41, 30), quiet('b', 100, 95), quiet('c', 20, 5)])).toEqual(['c', 'a', 'b']);
  });

  it('is the latest first for what was left hanging', () => {
    expect(keys([loose('a', 1), loose('b', 3), loose('c', 2)])).toEqual(['b', 'c', 'a']);
  });
});
