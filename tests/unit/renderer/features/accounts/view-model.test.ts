import { describe, expect, it } from 'vitest';
import { everything } from '#shared/domain/criteria/model.ts';
import { builtInView } from '#shared/domain/view/built-in-views.ts';
import { filterOf, firstView, isAccountSort, isQuiet, marginRatio, revenueGap, touchIcon } from '#renderer/features/accounts/view-model.ts';

describe('filter of the accounts', () => {
  it('asks for what the view says and the words that were typed', () => {
    const { criteria } = builtInView('key');
    expect(filterOf(everything, '')).toEqual({});
    expect(filterOf(criteria, '  ')).toEqual({ criteria });
    expect(filterOf(criteria, ' 恒岳 ')).toEqual({ criteria, text: '恒岳' });
  });

  it('begins with the key accounts where there are any', () => {
    expect(firstView(0)).toBe('all');
    expect(firstView(1)).toBe('key');
  });
});

describe('figures of a row', () => {
  it('knows the margin as a part of the revenue, or not at all', () => {
    expect(marginRatio({ revenue: 200, margin: 68 })).toBe(0.34);
    expect(marginRatio({ revenue: 200, margin: -20 })).toBe(-0.1);
    expect(marginRatio({ revenue: 0, margin: 0 })).toBeNull();
    expect(marginRatio({ revenue: null, margin: 3 })).toBeNull();
    expect(marginRatio({ revenue: 200, margin: null })).toBeNull();
  });

  it('tells no order ever from none in the period, and both from a figure', () => {
    const quietYear = Array.from({ length: 12 }, () => 0);
    expect(revenueGap({ revenue: null, months: quietYear })).toBe('never');
    expect(revenueGap({ revenue: 0, months: quietYear })).toBe('period');
    expect(revenueGap({ revenue: 5, months: quietYear })).toBeNull();
    expect(revenueGap({ revenue: 0, months: [...quietYear.slice(2), 10, -10] })).toBeNull();
  });

  it('counts an account as quiet from the 31st day on', () => {
    expect(isQuiet('2026-10-24', '2026-11-23')).toBe(false);
    expect(isQuiet('2026-10-23', '2026-11-23')).toBe(true);
    expect(isQuiet(null, '2026-11-23')).toBe(false);
  });

  it('draws the kind of the last interaction, and an unknown one as a meeting', () => {
    expect(touchIcon({ lastInteractionKind: 'visit' })).toBe('visit');
    expect(touchIcon({ lastInteractionKind: 'hologram' })).toBe('meeting');
    expect(touchIcon({ lastInteractionKind: null })).toBe('meeting');
  });

  it('sorts by the columns that the core can sort by', () => {
    expect(isAccountSort('lastInteraction')).toBe(true);
    expect(isAccountSort('industry')).toBe(true);
    expect(isAccountSort('tasks.openCount')).toBe(false);
  });
});
