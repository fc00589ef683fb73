import { describe, expect, it } from 'vitest';
import { sparklinePath } from '#renderer/charts/sparkline-path.ts';

describe('sparkline', () => {
  it('runs from the left to the right edge, the largest at the top', () => {
    expect(sparklinePath([0, 10, 5], 76, 22)).toEqual({ line: 'M2 20L38 2L74 11', area: 'M2 20L38 2L74 11L74 22L2 22Z', end: [74, 11] });
  });

  it('puts losses below the rest', () => {
    expect(sparklinePath([-10, 10], 76, 22)?.line).toBe('M2 20L74 2');
  });

  it('draws nothing where there is nothing to see', () => {
    expect(sparklinePath([], 76, 22)).toBeNull();
    expect(sparklinePath([5], 76, 22)).toBeNull();
    expect(sparklinePath([0, 0, 0], 76, 22)).toBeNull();
  });
});
