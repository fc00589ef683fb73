import type { FormatLanguage } from './format-number.ts';

const ORDINALS = ['一', '二', '三', '四'];

/** `Q4 2026` or `2026年第四季度`. */
export function formatQuarter(period: { year: number; quarter: number }, language: FormatLanguage): string {
  return language === 'en' ? `Q${period.quarter} ${period.year}` : `${period.year}年第${ORDINALS[period.quarter - 1] ?? period.quarter}季度`;
}
