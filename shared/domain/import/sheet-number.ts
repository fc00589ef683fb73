import type { SheetFormat } from './sheet-format.ts';

const EXACT = /^-?\d+$|^-?(?=[\d.]{1,16}$)\d+\.\d*[1-9]$/;
const DAY_SECONDS = 86_400;
/** Days from 1899-12-30, where serial 0 of the 1900 system lies, to 1970-01-01. */
const EPOCH = 25_569;
const SYSTEM_1904 = 1_462;
const LAST_DAY = 2_958_465;
const KEPT_DAYS = 20_000;

/** A column of dates has the same few days over and over. */
const isoDays = new Map<number, string>();

/** @param day as the 1900 system counts it, without its 29 February 1900 */
function isoDay(day: number): string {
  const known = isoDays.get(day);
  if (known !== undefined) return known;
  if (isoDays.size >= KEPT_DAYS) isoDays.clear();
  const date = new Date((day - EPOCH) * DAY_SECONDS * 1_000).toISOString().slice(0, 10);
  isoDays.set(day, date);
  return date;
}

/** Writes a number without an exponent. @param text as JavaScript writes it, such as `1.5e-7` */
function spellOut(text: string): string {
  const [, sign = '', whole = '', part = '', power = ''] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (whole === '') return text;
  const shift = Number(power);
  const digits = whole + part;
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${digits}`;
  return part.length <= shift ? `${sign}${digits.padEnd(shift + 1, '0')}` : `${sign}${digits.slice(0, shift + 1)}.${digits.slice(shift + 1)}`;
}

function plainNumber(text: string): string {
  if (EXACT.test(text)) return text;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  return spellOut(String(Number(value.toPrecision(15))));
}

/** @returns null where the serial is no moment that a spreadsheet can show */
function moment(serial: number, kind: SheetFormat['kind'], from1904: boolean): string | null {
  const seconds = Math.round(serial * DAY_SECONDS);
  const rest = seconds % DAY_SECONDS;
  const clock = (from: number): string => new Date(rest * 1_000).toISOString().slice(from, 19);
  if (seconds < 0 || !Number.isFinite(seconds)) return null;
  if (kind === 'time') {
    const hours = Math.floor(seconds / 3_600);
    return hours > 99_999 ? null : `${String(hours).padStart(2, '0')}:${clock(14)}`;
  }
  let day = Math.floor(seconds / DAY_SECONDS) + (from1904 ? SYSTEM_1904 : 0);
  // The 1900 system has a 29 February 1900: before it every day is one less, and it is no day itself.
  if (day < 1 || day === 60 || day > LAST_DAY) return null;
  if (day < 60) day += 1;
  const date = isoDay(day);
  return kind === 'date' || rest === 0 ? date : `${date} ${clock(11)}`;
}

/**
 * A number of a workbook as text: dates as ISO (`2024-03-01`, `2024-03-01 09:30:00`), times as `09:30:00`, numbers in full
 * with the 15 digits that spreadsheets have.
 * @param text the number as the file writes it, such as `1.38E10`
 * @param from1904 the workbook counts days from 1904, as old Macs did
 */
export function sheetNumber(text: string, format: SheetFormat, from1904: boolean): string {
  if (format.kind !== 'number') {
    const value = Number(text);
    return (text.trim() !== '' ? moment(value, format.kind, from1904) : null) ?? plainNumber(text);
  }
  const plain = plainNumber(text);
  return format.digits > 0 && /^\d+$/.test(plain) ? plain.padStart(format.digits, '0') : plain;
}
