import { formatNumber, NO_DATA, type FormatLanguage } from './format-number.ts';
import { EXACT_UNIT, toMinor, type Exact } from './money.ts';

export interface MoneyStyle {
  language: FormatLanguage;
  /** ISO 4217 code of the amount. */
  currency: string;
  /** The book's own currency goes by its symbol, any other by its code; left out, the amount is taken to be the book's. */
  bookCurrency?: string;
}

interface Step {
  from: number;
  divide: number;
  digits: number;
  suffix: string;
}

/** Largest first. An amount is rounded at its own step first, so that 999,960 reads 1.0M and not 1,000.0K. */
const STEPS: Record<FormatLanguage, Step[]> = {
  en: [
    { from: 1e9, divide: 1e9, digits: 1, suffix: 'B' },
    { from: 1e6, divide: 1e6, digits: 1, suffix: 'M' },
    { from: 1e4, divide: 1e3, digits: 1, suffix: 'K' },
  ],
  'zh-CN': [
    { from: 1e8, divide: 1e8, digits: 2, suffix: ' 亿' },
    { from: 1e6, divide: 1e4, digits: 0, suffix: ' 万' },
    { from: 1e4, divide: 1e4, digits: 1, suffix: ' 万' },
  ],
};

const known = new Map<string, { sign: string; digits: number }>();

function currencyOf(style: MoneyStyle): { sign: string; digits: number } {
  const own = style.bookCurrency === undefined || style.bookCurrency === style.currency;
  const key = `${style.language} ${style.currency} ${own}`;
  const found = known.get(key);
  if (found) return found;
  const made = { sign: `${style.currency} `, digits: 2 };
  try {
    const format = new Intl.NumberFormat(style.language, { style: 'currency', currency: style.currency, currencyDisplay: 'narrowSymbol' });
    made.digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    const symbol = format.formatToParts(1).find((part) => part.type === 'currency')?.value ?? style.currency;
    if (own && symbol !== style.currency) made.sign = symbol;
  } catch {
    // An imported code may be no currency at all: it is then shown as it came.
  }
  known.set(key, made);
  return made;
}

const roundTo = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/**
 * Money shortened for tables and charts: `¥48.2M`, `¥12.4K`, in full below 10,000; Chinese `4,820 万`, `5.12 亿`,
 * in full below 1 万. The yuan of a Chinese book needs no sign beside 万 and 亿. Null is an en dash.
 */
export function formatMoney(value: Exact | null, style: MoneyStyle): string {
  if (value === null) return NO_DATA;
  const { sign } = currencyOf(style);
  const units = Math.abs(value) / EXACT_UNIT;
  const minus = value < 0 ? '−' : '';
  const steps = STEPS[style.language];
  const next = steps.findIndex((step) => units >= step.from);
  const at = next === -1 ? steps.length : next;
  // A step up where rounding reaches the next one.
  const larger = steps[at - 1];
  const own = steps[at];
  const rounded = own ? roundTo(units / own.divide, own.digits) * own.divide : Math.round(units);
  const step = larger && rounded >= larger.from ? larger : own;
  if (!step) return rounded === 0 ? `${sign}0` : `${minus}${sign}${formatNumber(rounded, style.language)}`;
  const shown = formatNumber(units / step.divide, style.language, step.digits);
  const plainSign = style.language === 'zh-CN' && sign === '¥' && style.currency === 'CNY' ? '' : sign;
  const text = step.suffix === ' 万' ? shown.replace(/\.0$/, '') : shown;
  return `${minus}${plainSign}${text}${step.suffix}`;
}

/** Money in full, `¥1,240,000`; minor units only where there are any, `¥1,240,000.50`. Null is an en dash. */
export function formatMoneyExact(value: Exact | null, style: MoneyStyle): string {
  if (value === null) return NO_DATA;
  const { sign, digits } = currencyOf(style);
  const minor = toMinor(Math.abs(value), digits);
  const scale = 10 ** digits;
  const shown = formatNumber(minor / scale, style.language, minor % scale === 0 ? 0 : digits);
  return `${value < 0 && minor !== 0 ? '−' : ''}${sign}${shown}`;
}
