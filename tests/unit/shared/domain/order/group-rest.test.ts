import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRest } from '#shared/domain/order/group-rest.ts';

const row = (amount: number) => ({ amount, amountBefore: 2 * amount, lines: 1 });

describe('groupRest', () => {
  it('has no rest when all fit', () => {
    expect(groupRest([row(3), row(2)], 2)).toEqual({ top: [row(3), row(2)], rest: null });
  });

  it('adds up the others', () => {
    expect(groupRest([row(5), row(3), row(2)], 1)).toEqual({ top: [row(5)], rest: { products: 2, amount: 5, amountBefore: 10, lines: 2 } });
  });

  it('leaves nothing out of the sum', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 })), fc.nat(20), (amounts, count) => {
      const { top, rest } = groupRest(amounts.map(row), count);
      expect(top.reduce((sum, { amount }) => sum + amount, rest?.amount ?? 0)).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
    }));
  });
});
