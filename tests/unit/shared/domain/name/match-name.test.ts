import { describe, expect, it } from 'vitest';
import { matchName, nameQuery, type FoundForms } from '#shared/domain/name/match-name.ts';

const liu: FoundForms = { plain: '\n刘子衿', pinyin: '\nliu zi jin', initials: '\nlzj' };
const company: FoundForms = {
  plain: '\n恒岳重工集团\nhengyue heavy industries\nc-001', pinyin: '\nheng yue zhong gong ji tuan', initials: '\nhyzgjt\nhhi\nc0',
};
const maria: FoundForms = { plain: '\nmaria anders', pinyin: '', initials: '\nma' };

const match = (forms: FoundForms, text: string) => matchName(forms, nameQuery(text));

describe('nameQuery', () => {
  it('spells only what can be spelled', () => {
    expect(nameQuery(' Liu Zi-jin ')).toEqual({ plain: 'liu zi-jin', letters: 'liuzijin' });
    expect(nameQuery('刘z')).toEqual({ plain: '刘z', letters: '' });
    expect(nameQuery('LÜ')).toMatchObject({ letters: 'lv' });
    expect(nameQuery('a&b')).toMatchObject({ letters: '' });
  });
});

describe('matchName', () => {
  it('matches initials and shows which letters were typed', () => {
    expect(match(liu, 'lzj')).toEqual({ rank: 0, pinyin: [['Liu', 1], ['Zi', 1], ['Jin', 1]] });
    expect(match(liu, 'lz')).toEqual({ rank: 0, pinyin: [['Liu', 1], ['Zi', 1], ['Jin', 0]] });
  });

  it('matches whole syllables, their beginnings, and both mixed', () => {
    expect(match(liu, 'liu zi')).toMatchObject({ rank: 0, pinyin: [['Liu', 3], ['Zi', 2], ['Jin', 0]] });
    expect(match(liu, 'liuzj')).toMatchObject({ rank: 0, pinyin: [['Liu', 3], ['Zi', 1], ['Jin', 1]] });
    expect(match(liu, 'lziji')).toMatchObject({ rank: 0, pinyin: [['Liu', 1], ['Zi', 2], ['Jin', 2]] });
  });

  it('ranks a later syllable after the first, and never begins inside one', () => {
    expect(match(liu, 'zijin')).toEqual({ rank: 1, pinyin: [['Liu', 0], ['Zi', 2], ['Jin', 3]] });
    expect(match(liu, 'iu')).toBeNull();
    expect(match(liu, 'lj')).toBeNull();
  });

  it('prefers the written name to its pinyin', () => {
    expect(match(liu, '刘')).toEqual({ rank: 0, pinyin: null });
    expect(match(liu, '子衿')).toEqual({ rank: 2, pinyin: null });
    expect(match(company, 'heng')).toEqual({ rank: 0, pinyin: null });
  });

  it('looks at every name of a thing', () => {
    expect(match(company, 'heavy')).toEqual({ rank: 1, pinyin: null });
    expect(match(company, 'C-001')).toEqual({ rank: 0, pinyin: null });
    expect(match(company, 'hhi')).toEqual({ rank: 0, pinyin: null });
    expect(match(company, 'zgjt')).toMatchObject({ rank: 1, pinyin: [['Heng', 0], ['Yue', 0], ['Zhong', 1], ['Gong', 1], ['Ji', 1], ['Tuan', 1]] });
  });

  it('takes Latin names by text and by the first letters of their words', () => {
    expect(match(maria, 'Maria A')).toEqual({ rank: 0, pinyin: null });
    expect(match(maria, 'anders')).toEqual({ rank: 1, pinyin: null });
    expect(match(maria, 'ri')).toEqual({ rank: 2, pinyin: null });
    expect(match(maria, 'ma')).toEqual({ rank: 0, pinyin: null });
    expect(match(maria, 'mz')).toBeNull();
  });

  it('takes every name for an empty query', () => {
    expect(match(maria, '  ')).toEqual({ rank: 0, pinyin: null });
  });
});
