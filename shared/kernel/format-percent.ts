import { formatNumber, NO_DATA, type FormatLanguage } from './format-number.ts';

const usable = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** A ratio (0.341) as percent with one decimal, `34.1%`; `signed` for changes (`+12.4%`); an en dash for null. */
export function formatPercent(ratio: number | null, language: FormatLanguage, signed = false): string {
  return usable(ratio) ? `${formatNumber(ratio * 100, language, 1, signed)}%` : NO_DATA;
}

/** Which way a change goes as it is read: one that rounds to nought goes nowhere. */
export function directionOf(said: string): 'up' | 'down' | 'level' {
  if (said.startsWith('+')) return 'up';
  return said.startsWith('−') ? 'down' : 'level';
}

/** The difference of two ratios in percent points, always signed, `−0.9 pp` in both languages; an en dash for null. */
export function formatPoints(difference: number | null, language: FormatLanguage): string {
  return usable(difference) ? `${formatNumber(difference * 100, language, 1, true)} pp` : NO_DATA;
}
