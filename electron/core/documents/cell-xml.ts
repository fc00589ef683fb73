import { daysBetween, isIsoDate } from '#shared/kernel/dates.ts';
import { plainNumber, type SheetColumn, type SheetValue } from './sheet.ts';
import { STYLES } from './xlsx-parts.ts';

/** What a spreadsheet takes into one cell. */
const MAX_TEXT = 32_767;
const DAY_ZERO = '1899-12-30';
/** Before it spreadsheets count wrong, by a 29 February 1900 of their own. */
const FIRST_DATE = '1900-03-01';

const UNUSUAL = /[&<>\p{Cc}\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/u;
const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold is written as Excel does, and so is a text that looks like that. */
function escaped(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>]/g, (mark) => MARKS[mark] ?? mark)
    .replaceAll(/[^\P{Cc}\t\n\u007f-\u009f]|[\ufffe\uffff]/gu, (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** Letters of a zero-based column. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (index % 26));
}

/** A cell that holds a text and nothing else, whatever it looks like. @param place such as `B7` */
export function textCell(place: string, value: string, style: number = STYLES.plain): string {
  if (value === '') return '';
  const short = value.length > MAX_TEXT ? value.slice(0, MAX_TEXT) : value;
  const text = UNUSUAL.test(short) ? escaped(short) : short;
  const spaces = text.trim() === text ? '' : ' xml:space="preserve"';
  return `<c r="${place}"${style === STYLES.plain ? '' : ` s="${style}"`} t="inlineStr"><is><t${spaces}>${text}</t></is></c>`;
}

/** A cell of a column of that kind; nothing where there is no value. Dates that no spreadsheet can count stay texts. */
export function cellXml(place: string, kind: SheetColumn['kind'], value: SheetValue): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return '';
    return kind === 'money' ? `<c r="${place}" s="${STYLES.money}"><v>${plainNumber(kind, value)}</v></c>` : `<c r="${place}"><v>${value}</v></c>`;
  }
  if (kind === 'date' && value >= FIRST_DATE && isIsoDate(value)) return `<c r="${place}" s="${STYLES.date}"><v>${daysBetween(DAY_ZERO, value)}</v></c>`;
  return textCell(place, value);
}
