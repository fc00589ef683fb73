import { describe, expect, it } from 'vitest';
import { guessLanguage, readLocales } from '#renderer/app/i18n.ts';

describe('reading the locale files', () => {
  it('sorts them by language and name', () => {
    expect(readLocales({
      '../../resources/locales/en/common.json': { save: 'Save' },
      '../../resources/locales/zh-CN/common.json': { save: '保存' },
      '../../resources/locales/zh-CN/app.json': { name: '压舱石' },
    })).toEqual({ en: { common: { save: 'Save' } }, 'zh-CN': { common: { save: '保存' }, app: { name: '压舱石' } } });
  });

  it('leaves out what is no locale file', () => {
    expect(readLocales({ 'readme.txt': { a: 'b' } })).toEqual({});
  });
});

describe('guessing a language', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-CN'], [['zh-TW'], 'zh-CN'], [['en-GB', 'zh-CN'], 'en'], [['de-DE', 'zh-Hans-CN', 'en'], 'zh-CN'], [['fr'], 'en'], [[], 'en'], [['zha'], 'en'],
  ])('%j → %s', (wanted, language) => {
    expect(guessLanguage(wanted)).toBe(language);
  });
});
