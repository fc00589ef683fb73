import { describe, expect, it } from 'vitest';
import { proposeHeaderRow, readHeader } from '#shared/domain/import/header-row.ts';
import { sheetFormat } from '#shared/domain/import/sheet-format.ts';
import { sheetNumber } from '#shared/domain/import/sheet-number.ts';

const rowsOf = (...cells: string[][]) => cells.map((each, index) => ({ row: index + 1, cells: each }));

describe('the header row', () => {
  it.each([
    [1, rowsOf(['a', 'b'], ['1', '2'])],
    [2, rowsOf(['A list of customers'], ['Company Name', 'City', 'Phone'], ['Acme', 'Graz', '1'])],
    [3, rowsOf(['填写须知', '', ''], ['红色必填', '', ''], ['客户名称', '城市', '电话'])],
    [2, rowsOf(['Export', 'of', '2026'], ['Customer ID', 'Company Name', 'City'], ['C1', 'Acme', 'Graz'])],
    [1, rowsOf(['Firma', 'Ort'], ['Acme', 'Graz'])],
    [1, []],
  ])('is row %i', (row, rows) => {
    expect(proposeHeaderRow(rows)).toBe(row);
  });

  it('takes no title above it for a group', () => {
    expect(readHeader(rowsOf(['A title'], ['a', 'a']), 2)).toEqual(['a', 'a']);
    expect(readHeader(rowsOf(['x', 'y', ''], ['a', '', 'b']), 2)).toEqual(['a', 'y', 'b']);
    expect(readHeader([], 3)).toEqual([]);
  });

  it('takes no longer for each of very many columns below groups than for a few', () => {
    const spent = (columns: number): number => {
      const since = process.cpuUsage();
      expect(readHeader(rowsOf(['group', 'other'], Array<string>(columns).fill('a')), 2)[1]).toBe('other / a');
      return process.cpuUsage(since).user;
    };
    spent(10_000);
    expect(spent(200_000)).toBeLessThan(400 * Math.max(1_000, spent(5_000)));
  });
});

describe('number formats', () => {
  it.each([
    ['yyyy-mm-dd', 'date'], ['yyyy"年"m"月"d"日"', 'date'], ['[$-F800]dddd, mmmm dd, yyyy', 'date'], ['m/d/yy h:mm', 'date-time'], ['[h]:mm:ss', 'time'], ['mm:ss.0', 'time'], ['mmm', 'date'],
    ['0.00', 'number'], ['#,##0 "days"', 'number'], ['General', 'number'], ['[Red]0', 'number'], ['@', 'number'], ['"d"0', 'number'], ['', 'number'],
  ])('%s is a %s', (code, kind) => {
    expect(sheetFormat(164, code).kind).toBe(kind);
  });

  it('knows those that are built in, the Chinese ones too', () => {
    expect([0, 14, 20, 22, 31, 32, 57, 49].map((id) => sheetFormat(id, null).kind)).toEqual(['number', 'date', 'time', 'date-time', 'date', 'time', 'date', 'number']);
    expect(sheetFormat(164, '00000').digits).toBe(5);
  });
});

describe('numbers of sheets', () => {
  const number = { kind: 'number', digits: 0 } as const;
  const date = { kind: 'date-time', digits: 0 } as const;

  it.each([
    ['1.8E10', '18000000000'], ['0.30000000000000004', '0.3'], ['123456789012345678', '123456789012345678'], ['1E-7', '0.0000001'], ['-1.25E-3', '-0.00125'], ['1E21', '1000000000000000000000'],
    ['1.50', '1.5'], ['12.34', '12.34'], ['x', 'x'], ['-0.1', '-0.1'],
  ])('%s is %s', (text, expected) => {
    expect(sheetNumber(text, number, false)).toBe(expected);
  });

  it.each([
    ['1', '1900-01-01'], ['59', '1900-02-28'], ['60', '60'], ['61', '1900-03-01'], ['44155', '2020-11-20'], ['44155.999999', '2020-11-21'], ['44155.75', '2020-11-20 18:00:00'], ['-1', '-1'], ['2958466', '2958466'],
  ])('the day %s is %s', (text, expected) => {
    expect(sheetNumber(text, date, false)).toBe(expected);
  });

  it('says every day the same, first and again, however many there are', () => {
    const first = Date.UTC(1999, 11, 31);
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 45_000; n += 1) {
        const iso = new Date(first + n * 86_400_000).toISOString().slice(0, 10);
        if (sheetNumber(String(36_525 + n), date, false) !== iso) expect.fail(`${36_525 + n} is not ${iso}`);
      }
    }
  });

  it('keeps times, long ones too, and days from 1904', () => {
    expect(sheetNumber('0.5', { kind: 'time', digits: 0 }, false)).toBe('12:00:00');
    expect(sheetNumber('1.5', { kind: 'time', digits: 0 }, false)).toBe('36:00:00');
    expect(sheetNumber('0', date, true)).toBe('1904-01-01');
    expect(sheetNumber('7', { kind: 'number', digits: 3 }, false)).toBe('007');
  });
});
