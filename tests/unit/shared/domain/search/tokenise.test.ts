import { describe, expect, it } from 'vitest';
import { isWord, STOP, tokenise } from '#shared/domain/search/tokenise.ts';

const texts = (text: string) => tokenise(text).map((token) => (token.text === STOP ? '·' : token.text));

describe('a text as tokens', () => {
  it('is characters where a script has no spaces, and words elsewhere', () => {
    expect(texts('恒岳重工 Heavy2 カメラ')).toEqual(['恒', '岳', '重', '工', 'heavy2', 'カ', 'メ', 'ラ']);
    expect(texts('ABC公司')).toEqual(['abc', '公', '司']);
    expect(texts('')).toEqual([]);
  });

  it('folds case, accents, width, ligatures and traditional characters', () => {
    expect(texts('Müller STRASSE straße ﬁnance Łódź')).toEqual(['muller', 'strasse', 'strasse', 'finance', 'lodz']);
    expect(texts('ＡＢＣ１')).toEqual(['abc1']);
    expect(texts('恆嶽集團')).toEqual(texts('恒岳集团'));
    expect(texts('e\u0301clair')).toEqual(['eclair']);
    expect(texts('㈱东芝')).toEqual(['·', '株', '·', '东', '芝']);
  });

  it('keeps one stop for a run of punctuation, and nothing for what is not seen', () => {
    expect(texts('A - , -B。。C')).toEqual(['a', '·', 'b', '·', 'c']);
    expect(texts('a\u200Bb\u00ADc')).toEqual(['abc']);
    expect(texts(`${STOP}😀\u0000`)).toEqual(['·']);
  });

  it('says where each token stands', () => {
    expect(tokenise('𠮷 Maß，x').map(({ start, end }) => [start, end])).toEqual([[0, 2], [3, 6], [6, 7], [7, 8]]);
  });

  it('cuts words that no index would keep', () => {
    expect(tokenise('x'.repeat(9_000))).toMatchObject([{ text: 'x'.repeat(120), end: 9_000 }]);
  });

  it('knows words from characters and stops', () => {
    expect(['abc', '1', '恒', STOP].map(isWord)).toEqual([true, true, false, false]);
  });
});
