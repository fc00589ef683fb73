import { isPlainText } from '#shared/kernel/fold-text.ts';

const PLAIN_ENDS = /^(?:[!-~](?:[^]*[!-~])?)?$/;

/** Spaces at the ends go, and those that only look like one (no-break, ideographic, zero-width) count as spaces. */
export function cleanCell(text: string): string {
  if (PLAIN_ENDS.test(text)) return text;
  return text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
}

/** Takes off the apostrophe with which exports keep spreadsheets from reckoning with a text. */
export const unquoteText = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** Compares headers: full-width and half-width, case, spaces and punctuation make no difference. */
export function headerKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Compares names: width, case and runs of spaces make no difference; every letter and accent does. */
export function nameKey(text: string): string {
  if (isPlainText(text)) return text.toLowerCase();
  return cleanCell(text.normalize('NFKC')).replace(/\s+/g, ' ').toLowerCase();
}
