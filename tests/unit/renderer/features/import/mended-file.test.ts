import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { mendedFile } from '#renderer/features/import/mended-file.ts';

async function readBack(headers: string[], rows: string[][]): Promise<string[][]> {
  const text = await mendedFile('orders.csv', headers, rows).text();
  expect(text.endsWith('\r\n')).toBe(true);
  return Papa.parse<string[]>(text.slice(0, -2), { delimiter: ',', newline: '\r\n' }).data;
}

describe('rows corrected by hand, as a file', () => {
  it.each<[what: string, cells: string[]]>([
    ['plain', ['Wuxi', '12', '恒岳重工']],
    ['commas', ['Oak, Line & Co', ',', 'a,b']],
    ['quotes', ['the "big" one', '"', '""']],
    ['line breaks', ['one\ntwo', 'one\r\ntwo', '\n']],
    ['all at once', ['a,"b"\r\n"c"', '"",\n', '"']],
    ['empty cells', ['', 'x', '']],
    ['nothing but empty cells', ['', '', '']],
    ['white space at the ends', [' x', 'x ', '\tx']],
    ['what other programs reckon with', ['=1+1', '+86 510', '-3']],
  ])('read back as they are: %s', async (_, cells) => {
    const headers = ['Name', 'Sum, net', 'Said "so"'];
    expect(await readBack(headers, [cells, ['last', '', '']])).toEqual([headers, cells, ['last', '', '']]);
  });

  it('hold a row of one empty cell, which would be a blank line', async () => {
    expect(await readBack(['Name'], [['a'], [''], ['b']])).toEqual([['Name'], ['a'], [''], ['b']]);
  });

  it('hold columns without a name', async () => {
    expect(await readBack(['Name', ''], [['a', 'b']])).toEqual([['Name', ''], ['a', 'b']]);
    expect(await readBack([''], [['a']])).toEqual([[''], ['a']]);
  });

  it('quote nothing that needs none, and end each line', async () => {
    expect(await mendedFile('a.csv', ['Name', 'City'], [['x', 'New York']]).text()).toBe('Name,City\r\nx,New York\r\n');
  });

  it.each([
    ['orders.csv', 'orders +.csv'], ['orders.csv.gz', 'orders +.csv'], ['客户 2026.xlsx', '客户 2026 +.csv'], ['orders', 'orders +.csv'],
    ['orders +.csv', 'orders +.csv'], ['sales.by.region and year.tsv', 'sales.by.region and year +.csv'],
  ])('are named after their file, also when they are mended again: %s', (name, mended) => {
    const file = mendedFile(name, ['Name'], [['x']]);
    expect([file.name, file.type]).toEqual([mended, 'text/csv']);
  });
});
