import { describe, expect, test } from 'vitest';
import { monthsOf } from '#shared/domain/review/months-of.ts';
import { reviewSpans } from '#shared/domain/review/review-spans.ts';
import { spanOfQuarter } from '#shared/domain/review/span-of-quarter.ts';

describe('the days of a review', () => {
  test('an ended quarter is compared with whole quarters', () => {
    expect(reviewSpans({ year: 1998, quarter: 1 }, '2026-11-23')).toEqual({
      current: { from: '1998-01-01', to: '1998-03-31' },
      lastQuarter: { from: '1997-10-01', to: '1997-12-31' },
      lastYear: { from: '1997-01-01', to: '1997-03-31' },
      unfinished: false,
    });
  });

  test('a running quarter is compared with the same days', () => {
    expect(reviewSpans({ year: 2026, quarter: 4 }, '2026-11-23')).toEqual({
      current: { from: '2026-10-01', to: '2026-11-23' },
      lastQuarter: { from: '2026-07-01', to: '2026-08-23' },
      lastYear: { from: '2025-10-01', to: '2025-11-23' },
      unfinished: true,
    });
  });

  test('its last day ends it', () => {
    expect(reviewSpans({ year: 2026, quarter: 4 }, '2026-12-31')?.unfinished).toBe(false);
    expect(reviewSpans({ year: 2026, quarter: 4 }, '2026-12-30')?.unfinished).toBe(true);
  });

  test.each([
    ['whole months stay whole', { year: 2025, quarter: 1 }, '2025-02-28', '2024-11-30', '2024-02-29'],
    ['a day the other month lacks becomes its last', { year: 2026, quarter: 2 }, '2026-05-30', '2026-02-28', '2025-05-30'],
    ['a leap day is no month’s middle', { year: 2024, quarter: 1 }, '2024-02-29', '2023-11-30', '2023-02-28'],
    ['the first day alone', { year: 2026, quarter: 1 }, '2026-01-01', '2025-10-01', '2025-01-01'],
  ])('%s', (_, period, today, quarterTo, yearTo) => {
    const spans = reviewSpans(period, today);
    expect(spans?.lastQuarter.to).toBe(quarterTo);
    expect(spans?.lastYear.to).toBe(yearTo);
  });

  test('a quarter that has not begun has no days', () => {
    expect(reviewSpans({ year: 2027, quarter: 1 }, '2026-12-31')).toBeNull();
    expect(reviewSpans({ year: 2027, quarter: 1 }, '2027-01-01')).not.toBeNull();
  });
});

test('a quarter’s first and last day', () => {
  expect(spanOfQuarter({ year: 2024, quarter: 1 })).toEqual({ from: '2024-01-01', to: '2024-03-31' });
  expect(spanOfQuarter({ year: 2026, quarter: 4 })).toEqual({ from: '2026-10-01', to: '2026-12-31' });
});

test('the months of a span', () => {
  expect(monthsOf({ from: '2026-10-01', to: '2026-11-23' })).toEqual(['2026-10', '2026-11']);
  expect(monthsOf({ from: '2026-12-31', to: '2027-01-01' })).toEqual(['2026-12', '2027-01']);
});
