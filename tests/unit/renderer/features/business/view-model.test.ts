import { describe, expect, it } from 'vitest';
import { changeRatio, discountRatio, endOfMonth, isEmpty, shiftUntil, sumOf, yearDays } from '#renderer/features/business/view-model.ts';

const month = (name: string, amount = 0, amountBefore = 0, to = `${name}-30`) => ({
  month: name, days: { from: `${name}-01`, to }, daysBefore: { from: `1995-${name.slice(5)}-01`, to: `1995-${to.slice(5)}` }, amount, margin: amount === 0 ? null : 1, amountBefore, marginBefore: null,
});

describe('periods', () => {
  it('asks for whole months up to an old order', () => {
    expect(endOfMonth('1998-05-06')).toBe('1998-05-31');
    expect(endOfMonth('2026-11-30')).toBe('2026-11-30');
  });

  it('spans all months shown, the running one as far as it is counted', () => {
    const months = [month('2025-12'), month('2026-06'), month('2026-11', 0, 0, '2026-11-23')];
    expect(yearDays(months)).toEqual({ days: { from: '2025-12-01', to: '2026-11-23' }, daysBefore: { from: '1995-12-01', to: '1995-11-23' } });
    expect(yearDays([]).days).toEqual({ from: '', to: '' });
  });

  it('goes back as far as one likes, but not past this month', () => {
    expect(shiftUntil('2026-11-23', -1, '2026-11-23')).toBe('2025-11-23');
    expect(shiftUntil('2026-11-23', 1, '2026-11-23')).toBeNull();
    expect(shiftUntil('2025-11-30', 1, '2026-11-23')).toBe('2026-11-30');
    expect(shiftUntil('2026-05-06', 1, '2026-11-23')).toBeNull();
  });

  it('is empty only when neither year has anything', () => {
    expect(isEmpty([month('2026-01')])).toBe(true);
    expect(isEmpty([month('2026-01', 0, 5)])).toBe(false);
    expect(isEmpty([month('2026-01', 5)])).toBe(false);
  });
});

describe('sums', () => {
  it('skips months without sales, and is unknown when a month with sales is', () => {
    expect(sumOf([{ amount: 10, value: 4 }, { amount: 0, value: null }])).toBe(4);
    expect(sumOf([{ amount: 10, value: 4 }, { amount: 3, value: null }])).toBeNull();
    expect(sumOf([{ amount: 0, value: null }])).toBeNull();
  });

  it('compares only with something', () => {
    expect(changeRatio(120, 100)).toBeCloseTo(0.2);
    expect(changeRatio(120, 0)).toBeNull();
    expect(changeRatio(null, 10)).toBeNull();
  });

  it('reads a discount kept in 1/10,000', () => {
    expect(discountRatio(2500)).toBe(0.25);
  });
});
