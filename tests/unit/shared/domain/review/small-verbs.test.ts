import { describe, expect, test } from 'vitest';
import { changeOf } from '#shared/domain/review/change-of.ts';
import { deckFileName } from '#shared/domain/review/deck-file-name.ts';
import { pickInteractions } from '#shared/domain/review/pick-interactions.ts';

describe('change', () => {
  test('is relative to what was before', () => {
    expect(changeOf(120, 100)).toBeCloseTo(0.2, 12);
    expect(changeOf(0, 100)).toBe(-1);
    expect(changeOf(-50, 100)).toBe(-1.5);
  });

  test('has no ratio to nothing or less', () => {
    expect(changeOf(100, 0)).toBeNull();
    expect(changeOf(100, -5)).toBeNull();
  });
});

describe('the name of the file', () => {
  const period = { year: 2026, quarter: 4 };
  test.each([
    ['恒岳重工集团', '恒岳重工集团 2026-Q4.pptx'],
    ['A/B\\C:D*E?"F"<G>|H', 'A B C D E F G H 2026-Q4.pptx'],
    ['..\u0000\u202e hidden\n', 'hidden 2026-Q4.pptx'],
    ['   ', 'review 2026-Q4.pptx'],
    ['half \ud800', 'half 2026-Q4.pptx'],
  ])('%j gives %s', (account, file) => {
    expect(deckFileName(account, period, 'pptx')).toBe(file);
  });

  test('fits every file system, whole characters only', () => {
    const name = deckFileName('𠮷'.repeat(300), period, 'xlsx');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name.isWellFormed()).toBe(true);
  });
});

describe('the interactions that have room', () => {
  const one = (at: number, decisions: string) => ({ at, decisions, date: '', kind: 'call', summary: String(at), people: [] });
  const ats = (list: { at: number }[]): number[] => list.map(({ at }) => at);

  test('decisions go first, then the newest; shown newest first', () => {
    const all = [one(1, 'yes'), one(2, ''), one(3, 'no'), one(4, ''), one(5, ' ')];
    expect(ats(pickInteractions(all, 3))).toEqual([5, 3, 1]);
    expect(ats(pickInteractions(all, 1))).toEqual([3]);
    expect(ats(pickInteractions(all, 9))).toEqual([5, 4, 3, 2, 1]);
  });

  test('leaves the list it was given as it is', () => {
    const all = [one(1, ''), one(2, '')];
    pickInteractions(all, 1);
    expect(ats(all)).toEqual([1, 2]);
  });
});
