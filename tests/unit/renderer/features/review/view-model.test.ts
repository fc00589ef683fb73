import { describe, expect, it } from 'vitest';
import type { ReviewFigures } from '#shared/domain/review/model.ts';
import { comparison, defaultQuarter, hasBegun, hasOrders, marginRatio, shiftQuarter, spanOf } from '#renderer/features/review/view-model.ts';

const none = { amount: 0, margin: null, orders: 0, lines: 0 };

function figuresWith(part: Partial<ReviewFigures>): ReviewFigures {
  return {
    account: { id: 'a1', name: 'Ernst Handel', alias: null }, period: { year: 1998, quarter: 2 }, currency: 'USD', from: '1998-04-01', to: '1998-06-30', unfinished: false,
    asOf: '1998-06-30', today: '2026-11-23', preparedBy: null, current: none, lastQuarter: none, lastYear: none,
    comparedWith: { lastQuarter: { from: '1998-01-01', to: '1998-03-31' }, lastYear: { from: '1997-04-01', to: '1997-06-30' } }, months: [], products: [], productCount: 0,
    latestOrderOn: null, interactions: [], interactionCount: 0, decisionCount: 0, peopleCount: 0, nextSteps: [], nextStepCount: 0, lateCount: 0, otherCurrencies: [], ...part,
  };
}

describe('the quarter of a review', () => {
  it.each([
    ['2026-11-23', null, { year: 2026, quarter: 4 }],
    ['2026-11-23', '2026-10-01', { year: 2026, quarter: 4 }],
    ['2026-11-23', '2026-09-30', { year: 2026, quarter: 3 }],
    ['2026-11-23', '1998-05-06', { year: 1998, quarter: 2 }],
    ['2026-01-01', '2025-12-31', { year: 2025, quarter: 4 }],
    ['2026-11-23', '2026-12-31', { year: 2026, quarter: 4 }],
  ])('on %s with the latest order on %s', (today, latest, expected) => expect(defaultQuarter(today, latest)).toEqual(expected));

  it('moves over the turn of the year', () => {
    expect(shiftQuarter({ year: 2026, quarter: 1 }, -1)).toEqual({ year: 2025, quarter: 4 });
    expect(shiftQuarter({ year: 2026, quarter: 4 }, 1)).toEqual({ year: 2027, quarter: 1 });
    expect(shiftQuarter({ year: 2026, quarter: 2 }, -4)).toEqual({ year: 2025, quarter: 2 });
  });

  it('can be chosen once it has begun', () => {
    expect(hasBegun({ year: 2026, quarter: 4 }, '2026-10-01')).toBe(true);
    expect(hasBegun({ year: 2026, quarter: 4 }, '2026-09-30')).toBe(false);
  });
});

describe('the comparison', () => {
  const figures = figuresWith({
    current: { amount: 1_124_000, margin: 300_000, orders: 9, lines: 31 },
    lastQuarter: { amount: 1_000_000, margin: null, orders: 12, lines: 30 },
  });

  it('sets the quarter beside the two before', () => {
    const row = comparison(figures, 'amount');
    expect(row.current).toEqual({ value: 1_124_000, change: null });
    expect(row.lastQuarter.value).toBe(1_000_000);
    expect(row.lastQuarter.change).toBeCloseTo(0.124);
    expect(comparison(figures, 'orders').lastQuarter.change).toBeCloseTo(-0.25);
  });

  it('gives no change without a base or without a value', () => {
    expect(comparison(figures, 'amount').lastYear).toEqual({ value: 0, change: null });
    expect(comparison(figures, 'margin').lastQuarter).toEqual({ value: null, change: null });
    expect(comparison(figuresWith({ lastYear: { ...none, margin: 5 } }), 'margin').lastYear).toEqual({ value: 5, change: null });
  });

  it('gives the margin as a share only where there is one', () => {
    expect(marginRatio(figures.current)).toBeCloseTo(0.2669, 4);
    expect(marginRatio(figures.lastQuarter)).toBeNull();
    expect(marginRatio({ ...none, margin: 0 })).toBeNull();
  });

  it('knows the days behind each number, and whether there are any orders', () => {
    expect(spanOf(figures, 'current')).toEqual({ from: '1998-04-01', to: '1998-06-30' });
    expect(spanOf(figures, 'lastYear')).toEqual({ from: '1997-04-01', to: '1997-06-30' });
    expect(hasOrders(figures)).toBe(true);
    expect(hasOrders(figuresWith({}))).toBe(false);
    expect(hasOrders(figuresWith({ lastYear: { ...none, lines: 1 } }))).toBe(true);
  });
});
