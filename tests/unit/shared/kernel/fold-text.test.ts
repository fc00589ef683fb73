import { describe, expect, it } from 'vitest';
import { foldText } from '#shared/kernel/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['México D.F.', 'mexico d.f.'],
    ['Ødegård & Søn', 'odegard & son'],
    ['Straße', 'strasse'],
    ['ＡＢＣ　１２', 'abc 12'],
    ['  Two   words ', 'two words'],
    ['恒岳重工', '恒岳重工'],
    ['Łódź', 'lodz'],
    ['한국', '한국'],
    ['İstanbul', 'istanbul'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
