import { describe, expect, it } from 'vitest';
import { indexQuery, indexTerms } from '#shared/domain/search/index-terms.ts';
import { readQuery } from '#shared/domain/search/search-line.ts';
import { STOP } from '#shared/domain/search/tokenise.ts';

const shown = (term: string): string => term.replaceAll(STOP, '·').replaceAll('\u{E001}', '^');
const terms = (text: string): string[] => shown(indexTerms(text)).trim().split(' ');
const asked = (text: string) => {
  const query = indexQuery(readQuery(text));
  return { ...query, terms: query.terms.map(shown) };
};

describe('the terms of a text', () => {
  it('are characters and their neighbours', () => {
    expect(terms('恒岳重')).toEqual(['恒', '恒岳', '岳', '岳重', '重']);
    expect(terms('“恒，岳”')).toEqual(['恒', '恒·岳', '岳']);
    expect(terms('𠮷𠮷')).toEqual(['𠮷', '𠮷𠮷', '𠮷']);
  });

  it('are words and their beginnings, each once', () => {
    expect(terms('Motor ab')).toEqual(['motor', '^m', '^mo', '^mot', 'ab', '^a', '^ab']);
    expect(terms('ab，3')).toEqual(['ab', '^a', '^ab', 'ab·3', '3', '^3']);
    expect(terms('𝐱𐐨𐐨𐐨')).toEqual(['x𐐨𐐨𐐨', '^x', '^x𐐨', '^x𐐨𐐨']);
  });

  it('pair a word with the character on either side, and with a word only across a stop', () => {
    expect(terms('第12号')).toEqual(['第', '第1', '12', '^1', '^12', '12号', '号']);
    expect(terms('a b')).toEqual(['a', '^a', 'b', '^b']);
    expect(terms('a - bc')).toContain('a·b');
  });
});

describe('what an index is asked for', () => {
  it('is the one term that is meant where there is one', () => {
    expect(asked('恒')).toEqual({ terms: ['恒'], beginnings: [], isExact: true });
    expect(asked('恒岳')).toEqual({ terms: ['恒岳'], beginnings: [], isExact: true });
    expect(asked('m')).toEqual({ terms: ['^m'], beginnings: [], isExact: true });
    expect(asked('mot')).toEqual({ terms: ['^mot'], beginnings: [], isExact: true });
    expect(asked('moto')).toEqual({ terms: [], beginnings: ['moto'], isExact: true });
    expect(asked('恒 mo')).toEqual({ terms: ['恒', '^mo'], beginnings: [], isExact: true });
    expect(asked('第1')).toEqual({ terms: ['第1'], beginnings: [], isExact: true });
    expect(asked('2.5%')).toEqual({ terms: ['2·5'], beginnings: [], isExact: true });
    expect(asked('“恒，岳”')).toEqual({ terms: ['恒·岳'], beginnings: [], isExact: true });
  });

  it('is all pairs of a longer part, which may stand apart in a text', () => {
    expect(asked('恒岳重')).toEqual({ terms: ['恒岳', '岳重'], beginnings: [], isExact: false });
    expect(asked('第12')).toEqual({ terms: ['第1', '^12'], beginnings: [], isExact: false });
    expect(asked('po-2026')).toEqual({ terms: ['po·2'], beginnings: ['2026'], isExact: false });
    expect(asked('a.b.c')).toEqual({ terms: ['a·b', 'b·c'], beginnings: [], isExact: false });
    expect(asked('')).toEqual({ terms: [], beginnings: [], isExact: true });
  });

  it('is always among the terms of a text that holds it', () => {
    for (const text of ['PO-2026-0001', '第12号 Motor，恒岳重工', '3.5%']) {
      const all = terms(text);
      for (let from = 0; from < text.length; from += 1) {
        const { terms: wanted, beginnings } = asked(text.slice(from).replace(/^[a-z0-9]+/i, ''));
        expect(wanted.filter((term) => !all.includes(term)), text.slice(from)).toEqual([]);
        expect(beginnings.filter((word) => !all.some((term) => term.startsWith(word)))).toEqual([]);
      }
    }
  });
});
