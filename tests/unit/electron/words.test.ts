import { describe, expect, it } from 'vitest';
import { firstLanguage, wordsOf } from '#electron/main/words.ts';

function keys(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => (
    typeof inner === 'object' && inner !== null ? keys(inner, `${prefix}${key}.`) : [`${prefix}${key}`]
  ));
}

describe('the words of menus and dialogs', () => {
  it('are the same in both languages, and Chinese in Chinese', () => {
    expect(keys(wordsOf('zh-CN'))).toEqual(keys(wordsOf('en')));
    for (const group of Object.values(wordsOf('zh-CN'))) for (const text of Object.values(group)) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('are English in a language that has none', () => {
    expect(wordsOf('fr')).toBe(wordsOf('en'));
  });

  it.each([
    [['zh-Hans-CN', 'en-US'], 'zh-CN'], [['zh-TW'], 'zh-CN'], [['en-GB', 'zh-CN'], 'en'], [['fr-FR', 'zh-CN'], 'zh-CN'], [['fr-FR'], 'en'], [[], 'en'],
    [['eng-x', 'zhx'], 'en'],
  ])('for a system in %j start in %s', (preferred, language) => {
    expect(firstLanguage(preferred)).toBe(language);
  });
});
