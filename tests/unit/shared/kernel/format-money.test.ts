import { describe, expect, test } from 'vitest';
import { formatMoney, formatMoneyExact, type MoneyStyle } from '#shared/kernel/format-money.ts';
import { EXACT_UNIT, parseExact } from '#shared/kernel/money.ts';

const en: MoneyStyle = { language: 'en', currency: 'CNY' };
const zh: MoneyStyle = { language: 'zh-CN', currency: 'CNY' };
const yuan = (amount: number): number => Math.round(amount * EXACT_UNIT);

describe('money shortened', () => {
  test.each([
    [48_200_000, '¥48.2M', '4,820 万'],
    [512_400_000, '¥512.4M', '5.12 亿'],
    [1_240_000, '¥1.2M', '124 万'],
    [400_000, '¥400.0K', '40 万'],
    [12_400, '¥12.4K', '1.2 万'],
    [9_999, '¥9,999', '¥9,999'],
    [4_820.49, '¥4,820', '¥4,820'],
    [0, '¥0', '¥0'],
    [1_234_000_000, '¥1.2B', '12.34 亿'],
  ])('%d reads %s and %s', (amount, english, chinese) => {
    expect(formatMoney(yuan(amount), en)).toBe(english);
    expect(formatMoney(yuan(amount), zh)).toBe(chinese);
  });

  test('rounding that reaches the next unit takes it', () => {
    expect(formatMoney(yuan(999_960), en)).toBe('¥1.0M');
    expect(formatMoney(yuan(9_999.6), en)).toBe('¥10.0K');
    expect(formatMoney(yuan(99_999_999), zh)).toBe('1.00 亿');
    expect(formatMoney(yuan(999_960), zh)).toBe('100 万');
    expect(formatMoney(yuan(9_999.6), zh)).toBe('1 万');
  });

  test('minus is a true minus, and never stands before zero', () => {
    expect(formatMoney(yuan(-48_200_000), en)).toBe('−¥48.2M');
    expect(formatMoney(yuan(-48_200_000), zh)).toBe('−4,820 万');
    expect(formatMoney(yuan(-0.3), en)).toBe('¥0');
  });

  test('the book’s currency goes by its symbol, another by its code', () => {
    expect(formatMoney(yuan(1_200_000), { ...en, currency: 'USD', bookCurrency: 'USD' })).toBe('$1.2M');
    expect(formatMoney(yuan(1_200_000), { ...en, currency: 'EUR', bookCurrency: 'CNY' })).toBe('EUR 1.2M');
    expect(formatMoney(yuan(1_200_000), { ...zh, currency: 'EUR', bookCurrency: 'CNY' })).toBe('EUR 120 万');
    expect(formatMoney(yuan(1_200_000), { ...zh, currency: 'USD' })).toBe('$120 万');
    expect(formatMoney(yuan(1_200_000), { ...en, currency: 'CHF' })).toBe('CHF 1.2M');
    expect(formatMoney(yuan(1_200), { ...en, currency: 'no' })).toBe('no 1,200');
  });

  test('no data is an en dash', () => {
    expect(formatMoney(null, en)).toBe('–');
    expect(formatMoneyExact(null, zh)).toBe('–');
  });
});

describe('money in full', () => {
  test.each([
    ['1240000', '¥1,240,000'],
    ['1240000.5', '¥1,240,000.50'],
    ['-0.005', '−¥0.01'],
    ['-0.004', '¥0'],
    ['0.1', '¥0.10'],
  ])('%s reads %s', (text, shown) => {
    expect(formatMoneyExact(parseExact(text), en)).toBe(shown);
    expect(formatMoneyExact(parseExact(text), zh)).toBe(shown);
  });

  test('a currency without minor units shows none', () => {
    expect(formatMoneyExact(yuan(1_234.6), { ...en, currency: 'JPY' })).toBe('¥1,235');
  });
});
