import type { DocumentFormat } from '#shared/domain/document/format.ts';
import type { Quarter } from './model.ts';

/** Longest account part, in characters: with three bytes each it stays below the 255 bytes of a file name. */
const LONGEST = 60;

/** `Hengyue Heavy Industries 2026-Q4.pptx`, without what Windows, macOS or Linux refuse in a file name. */
export function deckFileName(account: string, period: Quarter, format: DocumentFormat): string {
  const plain = account.toWellFormed()
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*\ufffd]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const name = [...plain].slice(0, LONGEST).join('').trim();
  return `${name === '' ? 'review' : name} ${period.year}-Q${period.quarter}.${format}`;
}
