import { describe, expect, it } from 'vitest';
import { readCurrency } from '#shared/domain/import/read-currency.ts';
import { readDate } from '#shared/domain/import/read-date.ts';
import { readFlag } from '#shared/domain/import/read-flag.ts';
import { readFraction, readNumber } from '#shared/domain/import/read-number.ts';
import type { ReadResult } from '#shared/domain/import/read-result.ts';

const plain = <T>(result: ReadResult<T>) => (result.ok ? result.value : result.error);
const date = (text: string, zone = 'Asia/Shanghai') => plain(readDate(text, zone));

describe('readNumber', () => {
  it.each([
    ['14', 140_000], ['9.8', 98_000], ['0.0001', 1], ['0.00005', 1], ['.5', 5_000], ['12.', 120_000], ['0', 0],
    ['1,234.56', 12_345_600], ['1,234,567', 12_345_670_000], ['１，２３４．５６', 12_345_600], ['１２', 120_000],
    ['-35.5', -355_000], ['\u221235.5', -355_000], ['35.5-', -355_000], ['(1,000)', -10_000_000], ['（8）', -80_000], ['-0', 0],
    ['$1,234.50', 12_345_000], ['￥800', 8_000_000], ['¥-3', -30_000], ['800元', 8_000_000], ['￥800元', 8_000_000],
    ['USD 12', 120_000], ['12 EUR', 120_000], ['€ 3.5', 35_000], ['HK$7', 70_000], ['1 234', 12_340_000], ["1'234", 12_340_000],
    ['99999999.99', 999_999_999_900], ['12万', 1_200_000_000], ['1.5亿元', 1_500_000_000_000], ['￥0.35万', 35_000_000], ['-2,000.5万', -200_050_000_000],
  ])('reads %s', (text, value) => expect(plain(readNumber(text))).toBe(value));

  it.each(['', 'abc', '万', '1万2', '1.2.3', '1,23', '--5', '-(5)', '1e5', '=1+1', '12%', '0x10', 'NaN', 'Infinity'])('refuses %j', (text) => {
    expect(['number-invalid', 'number-ambiguous']).toContain(plain(readNumber(text)));
  });

  it.each(['12,5', '1.234,56', '1,2345', '1,234,5'])('never guesses what the comma of %s means', (text) => {
    expect(plain(readNumber(text))).toBe('number-ambiguous');
  });

  it.each([['12,5', 125_000], ['1.234,56', 12_345_600], ['1.234', 12_340_000], ['-7,25', -72_500], ['1.234.567', 12_345_670_000], ['12', 120_000]])('reads %s where a comma parts off decimals', (text, value) => {
    expect(plain(readNumber(text, 'comma'))).toBe(value);
  });

  it('says when a number is beyond what can be kept exactly', () => {
    expect(plain(readNumber('900719925475'))).toBe('number-too-large');
    expect(plain(readNumber('900719925474'))).toBe(9_007_199_254_740_000);
  });
});

describe('readFraction', () => {
  it.each([['0.15', 1_500], ['15%', 1_500], ['12.34%', 1_234], ['１０％', 1_000], ['0', 0], ['1', 10_000], ['100%', 10_000]])('reads %s', (text, value) => {
    expect(plain(readFraction(text))).toBe(value);
  });

  it.each([['15', 'discount-range'], ['-0.1', 'discount-range'], ['101%', 'discount-range'], ['half', 'number-invalid']])('refuses %s', (text, code) => {
    expect(plain(readFraction(text))).toBe(code);
  });
});

describe('readDate', () => {
  it.each([
    ['1996-07-04', '1996-07-04'], ['1996-07-04 00:00:00.000', '1996-07-04'], ['2024-03-05 14:30', '2024-03-05'], ['2024-03-05T23:59:59', '2024-03-05'],
    ['2024/3/5', '2024-03-05'], ['2024.03.05 09:00', '2024-03-05'], ['2024年3月5日', '2024-03-05'], ['2024年12月31号', '2024-12-31'], ['２０２４年３月５日', '2024-03-05'],
    ['20240305', '2024-03-05'], ['25/12/2024', '2024-12-25'], ['12/25/2024', '2024-12-25'], ['5.5.2024', '2024-05-05'], ['12/25/2024 3:04:05 PM', '2024-12-25'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s', (text, value) => expect(date(text)).toBe(value));

  it.each(['03/04/2024', '1-2-2024', '12.11.2024', '03/04/24'])('refuses %s, which could be either of two days', (text) => expect(date(text)).toBe('date-ambiguous'));

  it.each(['', 'soon', '2023-02-29', '2024-13-01', '31/31/2024', '2024-3/5', '45356', '2024年3月', '0000-00-00'])('refuses %j', (text) => {
    expect(date(text)).toBe('date-invalid');
  });

  it.each([['03/04/2024', 'day-first', '2024-04-03'], ['03/04/2024', 'month-first', '2024-03-04'], ['25/12/49', 'day-first', '2049-12-25'], ['12/25/99 8:05', 'month-first', '1999-12-25'], ['25/12/2024', 'month-first', 'date-invalid']] as const)('reads %s %s', (text, order, value) => {
    expect(plain(readDate(text, 'UTC', order))).toBe(value);
  });

  it('turns an instant into the date on the wall of the zone', () => {
    expect(date('2024-03-05T16:30:00Z', 'Asia/Shanghai')).toBe('2024-03-06');
    expect(date('2024-03-05T16:30:00Z', 'America/New_York')).toBe('2024-03-05');
    expect(date('2024-03-05 23:30:00 -08:00', 'Asia/Shanghai')).toBe('2024-03-06');
  });

  it('takes midnight of an instant’s own offset for the plain date it was exported from', () => {
    expect(date('2024-03-05T00:00:00.000Z', 'America/New_York')).toBe('2024-03-05');
    expect(date('2024-02-30T00:00:00Z', 'UTC')).toBe('date-invalid');
  });
});

describe('readFlag', () => {
  it.each(['yes', 'Y', 'TRUE', '1', '是', '√', '退货', ' Return '])('takes %s for yes', (text) => expect(plain(readFlag(text))).toBe(true));
  it.each(['no', 'N', 'false', '0', '否', '销售'])('takes %s for no', (text) => expect(plain(readFlag(text))).toBe(false));
  it.each(['maybe', '2', ''])('refuses %j', (text) => expect(plain(readFlag(text))).toBe('flag-invalid'));
});

describe('readCurrency', () => {
  it.each([['usd', 'USD'], ['人民币', 'CNY'], ['RMB', 'CNY'], ['€', 'EUR'], ['ＨＫＤ', 'HKD'], ['US$', 'USD']])('reads %s', (text, code) => {
    expect(plain(readCurrency(text))).toBe(code);
  });
  it.each(['$', '¥', 'Euro', '12'])('refuses %s, which names no one currency', (text) => expect(plain(readCurrency(text))).toBe('currency-unknown'));
});
