import { expect, it, test } from 'vitest';
import { formatNumber } from '#shared/kernel/format-number.ts';
import { directionOf, formatPercent, formatPoints } from '#shared/kernel/format-percent.ts';

test('numbers are grouped and carry a true minus', () => {
  expect(formatNumber(73_595, 'en')).toBe('73,595');
  expect(formatNumber(-1234.56, 'zh-CN', 1)).toBe('−1,234.6');
  expect(formatNumber(6, 'en', 0, true)).toBe('+6');
  expect(formatNumber(0, 'en', 0, true)).toBe('0');
  expect(formatNumber(-0.4, 'en')).toBe('0');
});

test('percent has one decimal', () => {
  expect(formatPercent(0.341, 'en')).toBe('34.1%');
  expect(formatPercent(0.1236, 'en', true)).toBe('+12.4%');
  expect(formatPercent(-0.031, 'zh-CN')).toBe('−3.1%');
  expect(formatPercent(null, 'en')).toBe('–');
  expect(formatPercent(Number.NaN, 'en')).toBe('–');
});

test('differences of ratios are percent points', () => {
  expect(formatPoints(-0.009, 'en')).toBe('−0.9 pp');
  expect(formatPoints(0.012, 'zh-CN')).toBe('+1.2 pp');
  expect(formatPoints(null, 'en')).toBe('–');
});

it.each([[0.0006, 'up'], [0.0004, 'level'], [0, 'level'], [-0.0004, 'level'], [-0.0006, 'down'], [null, 'level']] as const)('a change of %d goes %s as it is read', (ratio, direction) => {
  expect(directionOf(formatPercent(ratio, 'en', true))).toBe(direction);
  expect(directionOf(formatPoints(ratio, 'zh-CN'))).toBe(direction);
});
