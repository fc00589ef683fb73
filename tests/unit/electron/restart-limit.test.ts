import { describe, expect, it } from 'vitest';
import { createRestartLimit } from '#electron/main/restart-limit.ts';

const pace = { times: 3, within: 1000, firstWait: 10 };

describe('the limit of restarts', () => {
  it('waits twice as long each time, then gives up', () => {
    const limit = createRestartLimit(pace);
    expect([0, 1, 2, 3, 4].map((now) => limit.next(now))).toEqual([10, 20, 40, null, null]);
  });

  it('forgets what is long past', () => {
    const limit = createRestartLimit(pace);
    expect([0, 600, 999, 1000, 1001, 1600].map((now) => limit.next(now))).toEqual([10, 20, 40, 40, null, 40]);
  });

  it('begins anew when asked to', () => {
    const limit = createRestartLimit(pace);
    [0, 0, 0].forEach((now) => limit.next(now));
    limit.reset();
    expect(limit.next(0)).toBe(10);
  });
});
