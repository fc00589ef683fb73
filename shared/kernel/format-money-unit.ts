import type { MoneyStyle } from './format-money.ts';
import { EXACT_UNIT, type Exact } from './money.ts';

/** How a chart writes money: plain numbers, with the unit said once in its title. */
export interface MoneyUnit {
  /** Divides an Exact amount to give the number that is drawn. */
  divide: number;
  /** Unit for the title: `¥M`, `EUR K`, `万元`, `亿美元`. */
  label: string;
  /** Decimals that the numbers need. */
  digits: number;
}

const SCALES = {
  en: [{ from: 1e9, by: 1e9, word: 'B' }, { from: 1e6, by: 1e6, word: 'M' }, { from: 1e4, by: 1e3, word: 'K' }],
  'zh-CN': [{ from: 1e8, by: 1e8, word: '亿' }, { from: 1e5, by: 1e4, word: '万' }],
} as const;

function currencyWord({ language, currency, bookCurrency }: MoneyStyle): string {
  if (language === 'zh-CN' && currency === 'CNY') return '元';
  try {
    if (language === 'zh-CN') return new Intl.DisplayNames('zh-CN', { type: 'currency' }).of(currency) ?? currency;
    if (bookCurrency !== undefined && bookCurrency !== currency) return currency;
    const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(1);
    return parts.find((part) => part.type === 'currency')?.value ?? currency;
  } catch {
    return currency;
  }
}

/** Three figures at least: 8.43, 14.7, 1,470. Amounts in full need none. */
function decimals(largest: number, scaled: boolean): number {
  if (!scaled || largest >= 1000) return 0;
  return largest < 10 ? 2 : 1;
}

/** The unit in which the largest of the amounts (1/10,000) reads well, for a whole chart. */
export function moneyUnit(largest: Exact, style: MoneyStyle): MoneyUnit {
  const units = Math.abs(largest) / EXACT_UNIT;
  const word = currencyWord(style);
  const scale = SCALES[style.language].find((step) => units >= step.from);
  const by = scale?.by ?? 1;
  const digits = decimals(units / by, scale !== undefined);
  const gap = /^[A-Z]{3}$/.test(word) && scale ? ' ' : '';
  const label = style.language === 'zh-CN' ? `${scale?.word ?? ''}${word}` : `${word}${gap}${scale?.word ?? ''}`;
  return { divide: by * EXACT_UNIT, label, digits };
}
