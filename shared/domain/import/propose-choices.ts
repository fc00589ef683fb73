import type { ImportChoices } from './choices.ts';

const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/;
const DECIMAL_COMMA = /^[^\d]*(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}[^\d]*$/;
const DECIMAL_POINT = /\d\.\d{1,2}[^\d]*$/;

/** A day beyond the twelfth tells for the whole column; both ways round tell nothing. */
export function proposeDateOrder(values: readonly string[]): ImportChoices['dateOrder'] {
  let [dayFirst, monthFirst] = [false, false];
  for (const value of values) {
    const [, first, second] = YEAR_LAST.exec(value.trim()) ?? [];
    dayFirst ||= Number(first) > 12;
    monthFirst ||= Number(second) > 12;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}

/** Decimals of one or two digits behind a comma, and none behind a point. */
export function proposeDecimal(values: readonly string[]): ImportChoices['decimal'] {
  const hasComma = values.some((value) => DECIMAL_COMMA.test(value.trim()));
  return hasComma && !values.some((value) => DECIMAL_POINT.test(value.trim())) ? 'comma' : null;
}

const KIND_WORDS: Readonly<Record<ImportChoices['interactionKind'], RegExp>> = {
  email: /e-?mail|邮件/i, call: /call|phone|电话/i, visit: /visit|拜访/i, chat: /chat|wechat|微信/i, meeting: /./,
};

/** What interactions of a file most likely are, by its name. */
export function proposeInteractionKind(file: string): ImportChoices['interactionKind'] {
  const found = Object.entries(KIND_WORDS).find(([, word]) => word.test(file));
  return (found?.[0] ?? 'meeting') as ImportChoices['interactionKind'];
}
