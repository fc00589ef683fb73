import { describe, expect, it } from 'vitest';
import { CsvSplitter } from '#core/features/imports/csv-splitter.ts';

/** Feeds a text in pieces of `size` characters. */
function split(text: string, size = text.length || 1, delimiter = ',') {
  const splitter = new CsvSplitter(delimiter);
  const rows = [];
  for (let at = 0; at < text.length; at += size) rows.push(...splitter.push(text.slice(at, at + size), false));
  return [...rows, ...splitter.push('', true)].map(({ row, cells, code }) => [row, cells ?? code]);
}

describe('CsvSplitter', () => {
  it('splits rows, counting blank ones without giving them', () => {
    expect(split('a,b\n\n1,2\n,\n3,4')).toEqual([[1, ['a', 'b']], [3, ['1', '2']], [5, ['3', '4']]]);
  });

  it('keeps delimiters, line ends and doubled quotes inside quotes', () => {
    expect(split('a,"x, y"\n"two\nlines","say ""hi"""\n')).toEqual([[1, ['a', 'x, y']], [2, ['two\nlines', 'say "hi"']]]);
  });

  it.each([1, 2, 3, 5, 8, 13])('splits the same however the text arrives: %i characters at a time', (size) => {
    const text = 'id,note\n1,"a ""b"", c"\n2,"line\nbreak"\n3,5" pipe\n"4\na"  ,"end"  \n';
    expect(split(text, size)).toEqual(split(text));
    expect(split(text)).toHaveLength(5);
  });

  it('leaves a quotation mark inside a bare field as it is', () => expect(split('5" pipe,x')).toEqual([[1, ['5" pipe', 'x']]]));

  it.each([1, 4, 1_000])('gives up only the line with a malformed quotation, fed by %i', (size) => {
    expect(split('a,b\n"x"y,1\n2,3\n"ok",4\n', size)).toEqual([[1, ['a', 'b']], [2, 'quotes-malformed'], [3, ['2', '3']], [4, ['ok', '4']]]);
  });

  it.each([1, 4, 1_000])('gives up only the line whose quotation never closes, fed by %i', (size) => {
    expect(split('a,b\n1,"open\n2,3\n4,5', size)).toEqual([[1, ['a', 'b']], [2, 'quotes-open'], [3, ['2', '3']], [4, ['4', '5']]]);
  });

  it.each([['malformed', '"x"y,1\n'], ['open', '1,"open\n']])('takes no longer for each of very many lines with %s quotations than for a few', (_, line) => {
    const spent = (lines: number): number => {
      const since = process.cpuUsage();
      expect(new CsvSplitter(',').push(line.repeat(lines), true)).toHaveLength(lines);
      return process.cpuUsage(since).user;
    };
    spent(1_000);
    expect(spent(40_000)).toBeLessThan(100 * Math.max(1_000, spent(2_000)));
  });

  it('takes a record beyond a million characters for an open quotation instead of holding the file in memory', () => {
    const splitter = new CsvSplitter(',');
    const rows = [];
    for (let piece = 0; piece < 30; piece += 1) rows.push(splitter.push(`${piece === 0 ? 'a,"open\n' : ''}${'1,2\n'.repeat(16_384)}`, false));
    expect(rows.flat().length).toBeGreaterThan(400_000);
    const all = [...rows, splitter.push('', true)].flat();
    expect(all[0]).toEqual({ row: 1, cells: null, code: 'quotes-open', raw: ['a,"open'] });
    expect(all).toHaveLength(1 + 30 * 16_384);
    expect(all.at(-1)).toEqual({ row: 1 + 30 * 16_384, cells: ['1', '2'] });
  });

  it('knows other delimiters', () => expect(split('a;"b;c"\n1;2', 3, ';')).toEqual([[1, ['a', 'b;c']], [2, ['1', '2']]]));
});
