import { describe, expect, it } from 'vitest';
import { isMatch, phraseOf, readQuery, searchLine } from '#shared/domain/search/search-line.ts';

const finds = (query: string, text: string): boolean => isMatch(searchLine(text), readQuery(query));

describe('a match', () => {
  it('is characters in a row, in the middle of a text too', () => {
    expect(finds('岳重', '无锡恒岳重工')).toBe(true);
    expect(finds('岳工', '无锡恒岳重工')).toBe(false);
    expect(finds('恒，岳', '恒岳')).toBe(false);
    expect(finds('恒岳', '恒，岳')).toBe(false);
  });

  it('is the beginning of a word, and whole words before it', () => {
    expect(finds('sens', 'Furnace sensor')).toBe(true);
    expect(finds('ensor', 'Furnace sensor')).toBe(false);
    expect(finds('po-2026-0', 'PO-2026-0001')).toBe(true);
    expect(finds('po-202-0', 'PO-2026-0001')).toBe(false);
  });

  it('needs every part, in any order', () => {
    expect(finds('sens furn', 'Furnace sensor')).toBe(true);
    expect(finds('传感 恒', '恒岳的传感器')).toBe(true);
    expect(finds('sens x', 'Furnace sensor')).toBe(false);
  });

  it('lets punctuation around what was typed be', () => {
    expect(readQuery('“恒岳”')).toEqual([['恒', '岳']]);
    expect(readQuery(' -- ， ')).toEqual([]);
    expect(finds('…', 'a…')).toBe(false);
  });
});

it('a line has each token begun by a space', () => {
  expect(searchLine('Müller, 恒 max')).toBe(` muller \u{E000} 恒 max`);
  expect(phraseOf(['恒', 'ma'])).toBe(' 恒 ma');
});
