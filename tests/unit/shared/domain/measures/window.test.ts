import { describe, expect, it } from 'vitest';
import { monthRanges, yearBefore } from '#shared/domain/measures/month-ranges.ts';
import { resolveWindow } from '#shared/domain/measures/window.ts';
import { addDays, addMonths } from '#shared/kernel/dates.ts';

describe('resolveWindow', () => {
  it('looks back whole months that end on the as-of date', () => {
    expect(resolveWindow({ months: 12 }, '2026-11-23')).toEqual({ from: '2025-11-24', to: '2026-11-23' });
    expect(resolveWindow({ months: 1 }, '2026-03-31')).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  });

  it('looks back days, the as-of date being one of them', () => {
    expect(resolveWindow({ days: 1 }, '2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-23' });
    expect(resolveWindow({ days: 90 }, '2026-11-23')).toEqual({ from: '2026-08-26', to: '2026-11-23' });
  });

  it('never counts beyond the as-of date', () => {
    expect(resolveWindow({ from: '2026-10-01', to: '2026-12-31' }, '2026-11-23')).toEqual({ from: '2026-10-01', to: '2026-11-23' });
    expect(resolveWindow({ from: '2026-07-01', to: '2026-09-30' }, '2026-11-23')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  });

  it('puts twelve months beside the twelve before without a gap or a day counted twice, also around leap days', () => {
    for (let asOf = '2023-12-01'; asOf < '2025-04-01'; asOf = addDays(asOf, 1)) {
      const before = resolveWindow({ months: 12 }, addMonths(asOf, -12));
      expect(addDays(before.to, 1)).toBe(resolveWindow({ months: 12 }, asOf).from);
    }
  });
});

describe('monthRanges', () => {
  it('gives calendar months, the running one cut off', () => {
    const months = monthRanges('2026-11-23', 12);
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(months[2]).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(months[11]).toEqual({ from: '2026-11-01', to: '2026-11-23' });
  });

  it('joins one month to the next', () => {
    const months = monthRanges('2024-02-29', 30);
    months.slice(1).forEach((month, index) => expect(addDays(months[index]?.to ?? '', 1)).toBe(month.from));
  });
});

describe('yearBefore', () => {
  it('keeps a whole month whole, with or without a leap day', () => {
    expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(yearBefore({ from: '2024-02-01', to: '2024-02-29' })).toEqual({ from: '2023-02-01', to: '2023-02-28' });
  });

  it('compares an unfinished month with as many days', () => {
    expect(yearBefore({ from: '2026-11-01', to: '2026-11-23' })).toEqual({ from: '2025-11-01', to: '2025-11-23' });
    expect(yearBefore({ from: '2024-02-01', to: '2024-02-28' })).toEqual({ from: '2023-02-01', to: '2023-02-28' });
  });
});
