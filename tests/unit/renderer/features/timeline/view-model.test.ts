import { describe, expect, it } from 'vitest';
import { iconOf, kindsOf, startsMonth } from '#renderer/features/timeline/view-model.ts';

describe('timeline', () => {
  it('asks for the kinds of the filter', () => {
    expect(kindsOf('all')).toEqual(['interaction', 'order', 'task']);
    expect(kindsOf('order')).toEqual(['order']);
  });

  it('draws each row by what it is', () => {
    expect(iconOf({ kind: 'interaction', state: 'email' })).toBe('email');
    expect(iconOf({ kind: 'interaction', state: 'hologram' })).toBe('meeting');
    expect(iconOf({ kind: 'order', state: null })).toBe('order');
    expect(iconOf({ kind: 'task', state: 'open' })).toBe('task');
    expect(iconOf({ kind: 'task', state: 'done' })).toBe('check');
  });

  it('heads each month once, also across years', () => {
    expect(startsMonth('2026-11-20', null)).toBe(true);
    expect(startsMonth('2026-11-02', '2026-11-20')).toBe(false);
    expect(startsMonth('2026-10-31', '2026-11-02')).toBe(true);
    expect(startsMonth('2025-11-20', '2026-11-20')).toBe(true);
  });
});
