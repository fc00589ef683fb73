import { describe, expect, it } from 'vitest';
import { nameRuns, pinyinRuns, type LetterRun } from '#renderer/features/log-interaction/matched-letters.ts';

/** Runs as text, hits in brackets. */
const shown = (runs: LetterRun[]): string => runs.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('letters of a name', () => {
  it.each([
    ['Antonio Moreno Taquería', 'taqueria', 'Antonio Moreno [Taquería]'],
    ['Bólido Comidas', 'BO', '[Bó]lido Comidas'],
    ['恒岳重工集团', '重工', '恒岳[重工]集团'],
    ['Su Min', 'x', 'Su Min'],
    ['Su Min', '  ', 'Su Min'],
    ['Åse Ångström', 'ang', 'Åse [Ång]ström'],
  ])('%s, typed %j', (name, typed, expected) => expect(shown(nameRuns(name, typed))).toBe(expected));
});

describe('letters of a pinyin name', () => {
  it('marks the typed ones, the surname apart', () => {
    expect(shown(pinyinRuns([['Liu', 1], ['Zi', 1], ['Jin', 1]]))).toBe('[L]iu [Z]i[j]in');
    expect(shown(pinyinRuns([['Luo', 0], ['Zi', 2], ['Jian', 0]]))).toBe('Luo [Zi]jian');
    expect(shown(pinyinRuns([['Gao', 3]]))).toBe('[Gao]');
  });

  it('keeps the syllables of a company apart', () => {
    expect(shown(pinyinRuns([['Heng', 1], ['Yue', 1], ['Zhong', 0], ['Gong', 0], ['Ji', 0], ['Tuan', 0]]))).toBe('[H]eng [Y]ue Zhong Gong Ji Tuan');
  });
});
