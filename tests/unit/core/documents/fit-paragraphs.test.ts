import { describe, expect, it } from 'vitest';
import { fitParagraphs, WORDS } from '#core/documents/fit-paragraphs.ts';
import { PLAIN_LOOK } from '#shared/domain/document/look.ts';
import type { DeckText } from '#shared/domain/document/model.ts';
import { themeOf } from '#shared/domain/document/theme.ts';

const theme = themeOf(PLAIN_LOOK);
const block = (paragraphs: string[], change: Partial<DeckText> = {}): DeckText => ({ kind: 'text', heading: null, list: false, paragraphs, ...change });
const points = (count: number): string[] => Array.from({ length: count }, (_, no) => `Point ${no + 1}`);
/** Room for so many paragraphs of one line. */
const roomFor = (count: number): { w: number; h: number } => ({ w: 6, h: count * (WORDS.line + WORDS.between) - WORDS.between + 0.01 });

describe('paragraphs in an area', () => {
  it.each([[0, []], [1, ['Point 1']], [3, ['Point 1', 'Point 2', 'Point 3']]])('%i that fit are left as they are', (count, texts) => {
    expect(fitParagraphs(block(points(count)), roomFor(3), theme)).toEqual(texts);
  });

  it('one too many: the last that fits says that there are more', () => {
    expect(fitParagraphs(block(points(4)), roomFor(3), theme)).toEqual(['Point 1', 'Point 2', 'Point 3 …']);
    expect(fitParagraphs(block(points(400)), roomFor(2), theme)).toEqual(['Point 1', 'Point 2 …']);
  });

  it('a heading takes its own room', () => {
    expect(fitParagraphs(block(points(3), { heading: 'Agenda' }), roomFor(3), theme)).toEqual(['Point 1', 'Point 2 …']);
  });

  it.each(['word '.repeat(300), '炉线改造'.repeat(200), 'x'.repeat(3000)])('a long one is cut where the area ends: %.12s', (text) => {
    const [only = '', ...others] = fitParagraphs(block([text]), roomFor(3), theme);
    expect(others).toEqual([]);
    expect(only.endsWith('…')).toBe(true);
    expect(text.startsWith(only.slice(0, -1))).toBe(true);
    // A bullet leaves less of the width.
    expect(fitParagraphs(block([text], { list: true }), roomFor(3), theme)[0]?.length).toBeLessThanOrEqual(only.length);
  });

  it('has no room for anything in an area lower than a line', () => expect(fitParagraphs(block(points(2)), { w: 6, h: 0.2 }, theme)).toEqual([]));

  it('makes one line of a text with breaks, and keeps an empty one as a place', () => {
    expect(fitParagraphs(block(['a\nb\u0000c', '']), roomFor(3), theme)).toEqual(['a b c', '']);
  });
});
