import { describe, expect, test } from 'vitest';
import { moneyUnit } from '#shared/kernel/format-money-unit.ts';
import { EXACT_UNIT } from '#shared/kernel/money.ts';

const unit = (largest: number, language: 'en' | 'zh-CN', currency = 'CNY', bookCurrency = currency) =>
  moneyUnit(largest * EXACT_UNIT, { language, currency, bookCurrency });

describe('the unit of a chart', () => {
  test('follows the largest amount', () => {
    expect(unit(14_700_000, 'en').label).toBe('¥M');
    expect(unit(24_500, 'en', 'USD').label).toBe('$K');
    expect(unit(7_000, 'en', 'USD').label).toBe('$');
    expect(unit(3e9, 'en', 'USD').label).toBe('$B');
    expect(unit(14_700_000, 'zh-CN').label).toBe('万元');
    expect(unit(300_000_000, 'zh-CN').label).toBe('亿元');
    expect(unit(7_000, 'zh-CN').label).toBe('元');
    expect(unit(70_000, 'zh-CN', 'USD').label).toBe('美元');
    expect(unit(700_000, 'zh-CN', 'USD').label).toBe('万美元');
  });

  test('names a foreign currency by its code in English, its word in Chinese, and anything else as it came', () => {
    expect(unit(2e6, 'en', 'EUR', 'CNY').label).toBe('EUR M');
    expect(unit(2e6, 'zh-CN', 'EUR', 'CNY').label).toBe('万欧元');
    expect(unit(2e6, 'en', '??').label).toBe('??M');
  });

  test('divides an exact amount into the number that is drawn', () => {
    expect((14_700_000 * EXACT_UNIT) / unit(14_700_000, 'en').divide).toBe(14.7);
    expect((14_700_000 * EXACT_UNIT) / unit(14_700_000, 'zh-CN').divide).toBe(1470);
  });

  test('keeps three figures of the largest', () => {
    expect(unit(14_700_000, 'en').digits).toBe(1);
    expect(unit(14_700_000, 'zh-CN').digits).toBe(0);
    expect(unit(147_000, 'zh-CN').digits).toBe(1);
    expect(unit(300_000_000, 'zh-CN').digits).toBe(2);
    expect(unit(7_000, 'en').digits).toBe(0);
    expect(unit(1_470_000, 'en').digits).toBe(2);
    expect(unit(24_500, 'en').digits).toBe(1);
  });

  test('the sign of the largest does not matter', () => {
    expect(unit(-14_700_000, 'en').label).toBe('¥M');
  });
});
