import { describe, expect, it } from 'vitest';
import { businessPeriod } from '#shared/domain/order/business-period.ts';

describe('businessPeriod', () => {
  it('ends today when nothing is asked, unfinished until the month is over', () => {
    expect(businessPeriod(undefined, '2026-11-23')).toEqual({ until: '2026-11-23', unfinishedTo: '2026-11-23' });
    expect(businessPeriod(undefined, '2026-11-30')).toEqual({ until: '2026-11-30', unfinishedTo: null });
  });

  it('does not count ahead in the running month', () => {
    expect(businessPeriod('2026-11-30', '2026-11-23')).toEqual({ until: '2026-11-23', unfinishedTo: '2026-11-23' });
  });

  it('counts an older year to the day asked for', () => {
    expect(businessPeriod('1998-05-06', '2026-11-23')).toEqual({ until: '1998-05-06', unfinishedTo: '1998-05-06' });
    expect(businessPeriod('2024-02-29', '2026-11-23')).toEqual({ until: '2024-02-29', unfinishedTo: null });
  });
});
