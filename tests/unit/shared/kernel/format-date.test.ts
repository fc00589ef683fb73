import { describe, expect, test } from 'vitest';
import { formatDate, formatDateRange, formatMonth } from '#shared/kernel/format-date.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';

describe('dates', () => {
  test('say the year only outside the current one', () => {
    expect(formatDate('2026-12-03', 'en', '2026-11-23')).toBe('3 Dec');
    expect(formatDate('2025-12-03', 'en', '2026-11-23')).toBe('3 Dec 2025');
    expect(formatDate('2026-12-03', 'zh-CN', '2026-11-23')).toBe('12月3日');
    expect(formatDate('2027-05-31', 'zh-CN', '2026-11-23')).toBe('2027年5月31日');
  });

  test('without a present day the year is always said', () => {
    expect(formatDate('2026-12-03', 'en')).toBe('3 Dec 2026');
    expect(formatDate('2026-09-30', 'zh-CN')).toBe('2026年9月30日');
  });

  test('no date is an en dash', () => {
    expect(formatDate(null, 'en')).toBe('–');
  });

  test('a range says a shared year once', () => {
    expect(formatDateRange('2026-10-01', '2026-11-23', 'en')).toBe('1 Oct – 23 Nov 2026');
    expect(formatDateRange('2025-12-01', '2026-01-15', 'en')).toBe('1 Dec 2025 – 15 Jan 2026');
    expect(formatDateRange('2026-10-01', '2026-11-23', 'zh-CN')).toBe('2026年10月1日至11月23日');
    expect(formatDateRange('2025-12-01', '2026-01-15', 'zh-CN')).toBe('2025年12月1日至2026年1月15日');
    expect(formatDateRange('2026-10-01', '2026-10-01', 'en')).toBe('1 Oct 2026');
  });

  test('months and quarters', () => {
    expect(formatMonth('2026-09', 'en')).toBe('Sep');
    expect(formatMonth('2026-11', 'en', true)).toBe('Nov 2026');
    expect(formatMonth('2026-09', 'zh-CN')).toBe('9月');
    expect(formatMonth('2026-11-23', 'zh-CN', true)).toBe('2026年11月');
    expect(formatQuarter({ year: 2026, quarter: 4 }, 'en')).toBe('Q4 2026');
    expect(formatQuarter({ year: 2026, quarter: 4 }, 'zh-CN')).toBe('2026年第四季度');
  });
});
