import { describe, expect, it } from 'vitest';
import { markMatches, snippetOf } from '#shared/domain/search/mark-matches.ts';
import { readQuery } from '#shared/domain/search/search-line.ts';

const marked = (text: string, query: string): string[] => {
  const { text: shown, marks } = markMatches(text, readQuery(query));
  return marks.map(([start, end]) => shown.slice(start, end));
};

describe('marks', () => {
  it('stand on what was typed, as it is written there', () => {
    expect(marked('傳感器 Müller 传感', '传感 mul')).toEqual(['傳感', 'Mül', '传感']);
    expect(marked('Maß ﬁnance', 'mass fi')).toEqual(['Maß', 'ﬁnance']);
    expect(marked('二期', '三')).toEqual([]);
  });

  it('run together where matches overlap or touch', () => {
    expect(marked('哈哈哈', '哈哈')).toEqual(['哈哈哈']);
    expect(marked('恒岳重工', '恒岳 重工')).toEqual(['恒岳重工']);
  });
});

describe('a snippet', () => {
  it('is the whole of a text that is short before its match, on one line', () => {
    expect(snippetOf('第一行\n 报价 second', readQuery('报价'))).toEqual({ text: '第一行 报价 second', marks: [[4, 6]] });
    expect(snippetOf('第一行', readQuery('报价'))).toBeNull();
  });

  it('is a stretch around the first match of a long one, with the marks in their places', () => {
    const snippet = snippetOf(`${'前'.repeat(80)}报价${'后'.repeat(200)}报价`, readQuery('报价'));
    expect(snippet?.text).toBe(`…${'前'.repeat(10)}报价${'后'.repeat(98)}…`);
    expect(snippet?.marks).toEqual([[11, 13]]);
  });

  it('parts no character', () => {
    const snippet = snippetOf(`${'x'.repeat(8)} ${'𠮷'.repeat(20)}a ${'b'.repeat(99)} 报价 ${'𠮷'.repeat(90)}`, readQuery('报价'));
    expect(snippet?.text.isWellFormed()).toBe(true);
  });
});
