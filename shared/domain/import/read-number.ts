import { EXACT_UNIT, parseExact, type Exact } from '#shared/kernel/money.ts';
import type { ImportChoices } from './choices.ts';
import { read, refuse, type ReadResult } from './read-result.ts';

const CURRENCY = /^(?:[$€£¥₩₹元]|[A-Z]{3}|(?:US|HK|NT)\$)|(?:[€元]|[A-Z]{3})$/;
const PLAIN = /^\d*\.?\d+$|^\d+\.$/;
/** The usual case, short enough that a product by the unit is exact to the nearest integer. */
const SIMPLE = /^\d{1,9}(?:\.\d{1,4})?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const WITH_COMMA = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?$/;
const TENS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** Takes off the sign as accounts write it: minus before or after, or parentheses. */
function splitSign(text: string): { negative: boolean; body: string } {
  const parentheses = /^\((.*)\)$/.exec(text);
  if (parentheses) return { negative: true, body: parentheses[1] ?? '' };
  if (/^[-+]/.test(text)) return { negative: text.startsWith('-'), body: text.slice(1) };
  if (text.endsWith('-')) return { negative: true, body: text.slice(0, -1) };
  return { negative: false, body: text };
}

function unify(text: string): string {
  return text.normalize('NFKC').replace(/[\u2212\u2013]/g, '-').replace(/[\s'’]/g, '');
}

/** `1.2` and four tens as `12000`: the point moves in the text, so that nothing is rounded. */
function shiftPoint(body: string, tens: number): string {
  const [whole = '', fraction = ''] = body.split('.');
  const digits = fraction.padEnd(tens, '0');
  return `${whole}${digits.slice(0, tens)}.${digits.slice(tens)}`.replace(/\.$/, '');
}

/** Takes off 万 (10,000) or 亿 (100,000,000), with or without 元 behind it. */
function splitUnit(text: string): { body: string; tens: number } {
  const [, body, unit = ''] = /^(.*?)([万亿])元?$/.exec(text) ?? [];
  return body === undefined ? { body: text, tens: 0 } : { body, tens: TENS[unit] ?? 0 };
}

/**
 * Reads a number as people and programs write it: full-width digits, thousands separators, a currency sign,
 * minus or parentheses, 万 and 亿. A comma that could be a decimal sign is refused, never guessed.
 * @param decimal what the person said parts off decimals
 */
export function readNumber(text: string, decimal: ImportChoices['decimal'] = null): ReadResult<Exact> {
  if (SIMPLE.test(text) && decimal !== 'comma') return read(Math.round(Number(text) * EXACT_UNIT));
  const outer = splitSign(unify(text));
  const { body: bare, tens } = splitUnit(outer.body.replace(CURRENCY, ''));
  const inner = splitSign(bare.replace(CURRENCY, ''));
  if (outer.negative && inner.negative) return refuse('number-invalid');
  const body = decimal === 'comma' && WITH_COMMA.test(inner.body) ? inner.body.replaceAll('.', '').replace(',', '.') : inner.body;
  if (!GROUPED.test(body) && !PLAIN.test(body)) {
    return refuse(/^[\d.]*\d,\d[\d.,]*$/.test(body) ? 'number-ambiguous' : 'number-invalid');
  }
  const value = parseExact(shiftPoint(body.replaceAll(',', ''), tens));
  if (value === null) return refuse('number-too-large');
  return read(value !== 0 && (outer.negative || inner.negative) ? -value : value);
}

/** Reads a share such as a discount: `0.15` or `15%`. A bare number above one might mean per cent, so it is refused. */
export function readFraction(text: string, decimal: ImportChoices['decimal'] = null): ReadResult<Exact> {
  const unified = SIMPLE.test(text) ? text : unify(text);
  const percent = unified.endsWith('%');
  const number = readNumber(percent ? unified.slice(0, -1) : unified, decimal);
  if (!number.ok) return number;
  const value = percent ? Math.round(number.value / 100) : number.value;
  return value < 0 || value > EXACT_UNIT ? refuse('discount-range') : read(value);
}
