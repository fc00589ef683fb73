import { describe, expect, it } from 'vitest';
import { initialsOf, toneOf } from '#renderer/ui/initials.ts';

describe('initials', () => {
  it.each([
    ['He Wanqing', 24, 'HW'], ['Ingrid Marie Solheim', 24, 'IS'], ['madonna', 24, 'M'], ['陈立新', 24, '新'], ['陈立新', 32, '立新'], ['高原', 32, '原'],
    ['欧阳 子衿', 32, '子衿'], ['José (Pepe) Álvarez', 24, 'JÁ'], ['', 24, ''], ['  ', 24, ''], ['42 Below', 24, '4B'], ['𠮷田 健', 20, '健'],
  ])('%s at %i px → %s', (name, size, initials) => {
    expect(initialsOf(name, size)).toBe(initials);
  });
});

describe('the colour of a name', () => {
  it('is always the same', () => {
    expect(toneOf('陈立新')).toBe(toneOf('陈立新'));
  });

  it('lies within the six, and uses them all', () => {
    const tones = new Set(Array.from({ length: 200 }, (_, index) => toneOf(`name ${index}`)));
    expect([...tones].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
