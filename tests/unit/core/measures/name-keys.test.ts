import { describe, expect, it } from 'vitest';
import { nameKeys } from '#core/measures/name-keys.ts';

describe('nameKeys', () => {
  it('spells Chinese in syllables and sorts by them', () => {
    expect(nameKeys(['恒岳重工集团', 'Hengyue Heavy Industries'], false)).toEqual({
      sort: 'heng yue zhong gong ji tuan',
      plain: '\n恒岳重工集团\nhengyue heavy industries',
      pinyin: '\nheng yue zhong gong ji tuan',
      spelled: '\nhengyuezhonggongjituan yuezhonggongjituan zhonggongjituan gongjituan jituan tuan',
      initials: '\nhyzgjt\nhhi',
    });
  });

  it('folds Latin names and spells nothing of them', () => {
    expect(nameKeys(['Ødegård & Søn'], false)).toEqual({ sort: 'odegard & son', plain: '\nodegard & son', pinyin: '', spelled: '', initials: '\nos' });
  });

  it('reads the first character of a person as a surname', () => {
    expect(nameKeys(['单雄信'], true).sort).toBe('shan xiong xin');
    expect(nameKeys(['曾国藩'], true).sort).toBe('zeng guo fan');
    expect(nameKeys(['重庆银行'], false).sort).toBe('chong qing yin hang');
  });

  it('writes ü as v, the way it is typed', () => {
    expect(nameKeys(['吕布'], true)).toMatchObject({ pinyin: '\nlv bu', initials: '\nlb' });
  });

  it('takes Latin words and numbers inside a Chinese name for syllables', () => {
    expect(nameKeys(['ABC电子2号厂（无锡）'], false)).toMatchObject({ pinyin: '\nabc dian zi 2 hao chang wu xi', initials: '\nadz2hcwx' });
  });

  it('does not grow with the square of a long name', () => {
    expect(nameKeys(['中华人民共和国'.repeat(10)], false).spelled.length).toBeLessThan(70 * 26);
  });
});
