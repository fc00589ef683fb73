import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '#core/documents/clean-text.ts';
import { fitText, linesNeeded, textWidth } from '#core/documents/measure-text.ts';

describe('clean text', () => {
  test.each([
    ['a\u0000b\u0008c', 'a b c'],
    ['one\r\ntwo\tthree', 'one two three'],
    ['half \ud800 pair', 'half � pair'],
    ['no\uffffcharacter\ufffe', 'no character'],
    ['=SUM(A1) & <b>"x"</b>', '=SUM(A1) & <b>"x"</b>'],
    ['  恒岳重工集团 𠮷  ', '恒岳重工集团 𠮷'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('is always what XML 1.0 allows, on one line', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const clean = cleanText(String.fromCharCode(...units));
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).toMatch(/^[\u0020-\u007e\u00a0-\ufffd\u{10000}-\u{10ffff}]*$/u);
    }));
  });
});

describe('measured text', () => {
  test('Chinese is a square for each character', () => {
    expect(textWidth('恒岳重工', 18) / textWidth('国', 18)).toBeCloseTo(4, 9);
    expect(textWidth('国', 72)).toBeGreaterThan(1);
    expect(textWidth('国', 72)).toBeLessThan(1.1);
  });

  test('letters are as wide as Arial’s, accents or not, bold wider', () => {
    expect(textWidth('Wi', 72)).toBeCloseTo((0.944 + 0.222) * 1.03, 9);
    expect(textWidth('Côte', 12)).toBe(textWidth('Cote', 12));
    expect(textWidth('Cote', 12, true)).toBeGreaterThan(textWidth('Cote', 12));
  });

  test('words break at spaces, long words and Chinese anywhere', () => {
    const width = textWidth('aaaa', 12);
    expect(linesNeeded('aaaa', width, 12)).toBe(1);
    expect(linesNeeded('aaaa aa', width, 12)).toBe(2);
    expect(linesNeeded('aa aa aa', width, 12)).toBe(3);
    expect(linesNeeded('a'.repeat(9), width, 12)).toBe(3);
    expect(linesNeeded('国'.repeat(5), textWidth('国国', 12), 12)).toBe(3);
    expect(linesNeeded('', width, 12)).toBe(1);
  });

  test('what fits is left alone; what does not is cut between words', () => {
    const width = textWidth('Joint promotion in the store', 12);
    expect(fitText('Joint promotion', width, 12)).toBe('Joint promotion');
    expect(fitText('Joint promotion in the stores over Easter', width, 12)).toBe('Joint promotion in the…');
    expect(fitText('先在二号炉线验证', textWidth('先在二号…', 12), 12)).toBe('先在二号…');
  });

  test('cut text always fits, and never ends in half a character', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), (text, width, lines) => {
      const fitted = fitText(text, width, 12, { lines });
      expect(linesNeeded(fitted, width, 12)).toBeLessThanOrEqual(lines);
      if (fitted !== text) expect(text.startsWith(fitted.slice(0, -1)) && fitted.endsWith('…')).toBe(true);
    }));
  });
});
