import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthsOf } from '#shared/domain/review/months-of.ts';
import { reviewSpans } from '#shared/domain/review/review-spans.ts';
import { spanOfQuarter } from '#shared/domain/review/span-of-quarter.ts';
import { addDays, daysBetween, isIsoDate, monthOf } from '#shared/kernel/dates.ts';

const quarters = fc.record({ year: fc.integer({ min: 1900, max: 2200 }), quarter: fc.integer({ min: 1, max: 4 }) });
const before = (period: { year: number; quarter: number }, back: number) => {
  const at = period.year * 4 + period.quarter - 1 - back;
  return { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
};
const isMonthEnd = (date: string): boolean => monthOf(addDays(date, 1)) !== monthOf(date);

test('compared spans lie in their own quarters, cover as many months, and end at the same place', () => {
  fc.assert(fc.property(quarters, fc.nat(92), (period, day) => {
    const whole = spanOfQuarter(period);
    const today = addDays(whole.from, day);
    const spans = reviewSpans(period, today);
    if (!spans) throw new Error('the quarter has begun');
    const { current, lastQuarter, lastYear } = spans;
    expect(current.to).toBe(today < whole.to ? today : whole.to);
    for (const [span, quarter] of [[lastQuarter, before(period, 1)], [lastYear, before(period, 4)]] as const) {
      const other = spanOfQuarter(quarter);
      expect(span.from).toBe(other.from);
      expect(isIsoDate(span.to)).toBe(true);
      expect(span.to >= other.from && span.to <= other.to).toBe(true);
      expect(monthsOf(span)).toHaveLength(monthsOf(current).length);
      if (isMonthEnd(current.to)) expect(isMonthEnd(span.to)).toBe(true);
      if (!spans.unfinished) expect(span).toEqual(other);
      expect(Math.abs(daysBetween(span.from, span.to) - daysBetween(current.from, current.to))).toBeLessThanOrEqual(3);
    }
  }));
});

test('a later day never compares with fewer days', () => {
  fc.assert(fc.property(quarters, fc.nat(91), (period, day) => {
    const today = addDays(spanOfQuarter(period).from, day);
    const earlier = reviewSpans(period, today);
    const later = reviewSpans(period, addDays(today, 1));
    if (!earlier || !later) throw new Error('the quarter has begun');
    // Only the last day of a month may overtake: it stands for the whole month before it.
    expect(later.lastQuarter.to >= earlier.lastQuarter.to).toBe(true);
    expect(later.lastYear.to >= earlier.lastYear.to).toBe(true);
  }));
});
