import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisScale, columnFrame, rowFrame, textWidth } from '#renderer/charts/chart-frame.ts';

describe('value axis', () => {
  it('ends at a round figure past the largest, from 0', () => {
    expect(axisScale([61, 48, 30], 4)).toEqual({ min: 0, max: 80, step: 20 });
    expect(axisScale([9], 4)).toEqual({ min: 0, max: 10, step: 2.5 });
  });

  it('goes below 0 for losses, and stands without any figures', () => {
    expect(axisScale([-30, 50], 4)).toEqual({ min: -40, max: 60, step: 20 });
    expect(axisScale([], 4)).toEqual({ min: 0, max: 1, step: 1 });
    expect(axisScale([0, 0], 4).max).toBeGreaterThan(0);
  });

  it('holds every figure between its ends, on a whole number of not too many steps', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), { minLength: 1 }), (values) => {
      const { min, max, step } = axisScale(values, 4);
      const steps = (max - min) / step;
      return min <= Math.min(0, ...values) && max >= Math.max(0, ...values) && Math.abs(steps - Math.round(steps)) < 1e-6 && steps >= 1 && steps <= 7;
    }));
  });
});

describe('room around a chart', () => {
  it('counts Han characters as square and others as narrower', () => {
    expect(textWidth('万', 12)).toBe(12);
    expect(textWidth('4,820 万', 12)).toBeLessThan(12 * 7);
    expect(textWidth('', 12)).toBe(0);
  });

  it('leaves the axis labels their width', () => {
    expect(columnFrame(['0', '¥2M', '¥200,000M'], 11).left).toBeGreaterThan(columnFrame(['0', '¥2M'], 11).left);
    expect(columnFrame([], 11).left).toBeGreaterThan(0);
  });

  it('does not let a long name take the whole of a lying chart', () => {
    expect(rowFrame(['A very long product name that goes on and on and on and on'], ['1'], 12).left).toBe(200);
    expect(rowFrame(['Tea'], ['¥1.2M'], 12).left).toBeLessThan(60);
  });
});
