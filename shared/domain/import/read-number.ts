import { EXACT_UNIT, parseExact, type Exact } from '#shared/kernel/money.ts';
import { read, refuse, type ReadResult } from './read-result.ts';

const CURRENCY = /^(?:[$€£¥₩₹元]|[A-Z]{3}|(?:US|HK|NT)\$)|(?:[€元]|[A-Z]{3})$/;
const PLAIN = /^\d*\.?\d+$|^\d+\.$/;
/** The usual case, short enough that a product by the unit is exact to the nearest integer. */
const SIMPLE = /^\d{1,9}(?:\.\d{1,4})?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

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

/**
 * Reads a number as people and programs write it: full-width digits, thousands separators, a currency sign,
 * minus or parentheses. A comma that could be a decimal sign is refused, never guessed.
 */
export function readNumber(text: string): ReadResult<Exact> {
  if (SIMPLE.test(text)) return read(Math.round(Number(text) * EXACT_UNIT));
  const outer = splitSign(unify(text));
  const inner = splitSign(outer.body.replace(CURRENCY, '').replace(CURRENCY, ''));
  if (outer.negative && inner.negative) return refuse('number-invalid');
  const grouped = GROUPED.test(inner.body);
  if (!grouped && !PLAIN.test(inner.body)) {
    return refuse(/^[\d.]*\d,\d[\d.,]*$/.test(inner.body) ? 'number-ambiguous' : 'number-invalid');
  }
  const value = parseExact(inner.body.replaceAll(',', ''));
  if (value === null) return refuse('number-too-large');
  return read(value !== 0 && (outer.negative || inner.negative) ? -value : value);
}

/** Reads a share such as a discount: `0.15` or `15%`. A bare number above one might mean per cent, so it is refused. */
export function readFraction(text: string): ReadResult<Exact> {
  const unified = SIMPLE.test(text) ? text : unify(text);
  const percent = unified.endsWith('%');
  const number = readNumber(percent ? unified.slice(0, -1) : unified);
  if (!number.ok) return number;
  const value = percent ? Math.round(number.value / 100) : number.value;
  return value < 0 || value > EXACT_UNIT ? refuse('discount-range') : read(value);
}
