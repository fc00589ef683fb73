import { formatDate } from '#shared/kernel/format-date.ts';
import { formatMoney } from '#shared/kernel/format-money.ts';
import { moneyUnit, type MoneyUnit } from '#shared/kernel/format-money-unit.ts';
import { formatNumber, type FormatLanguage } from '#shared/kernel/format-number.ts';
import type { Exact } from '#shared/kernel/money.ts';
import type { ReviewFigures } from './model.ts';

/** Words of the locale files: a key of `review.json` and what to put in. */
export type Words = (key: string, params?: Record<string, string | number>) => string;

/** Says a review's numbers and dates in one language. */
export interface DeckVoice {
  language: FormatLanguage;
  words: Words;
  money(amount: Exact | null, currency?: string): string;
  unit(amounts: Exact[]): MoneyUnit;
  count(value: number): string;
  /** Without the year in the year of the review. */
  date(date: string | null): string;
  /** With the year, since a deck is read in later ones. */
  fullDate(date: string): string;
}

export function deckVoice(figures: ReviewFigures, language: FormatLanguage, words: Words): DeckVoice {
  const style = { language, currency: figures.currency, bookCurrency: figures.currency };
  return {
    language,
    words,
    money: (amount, currency = figures.currency) => formatMoney(amount, { ...style, currency }),
    unit: (amounts) => moneyUnit(Math.max(0, ...amounts.map(Math.abs)), style),
    count: (value) => formatNumber(value, language),
    date: (date) => formatDate(date, language, figures.today),
    fullDate: (date) => formatDate(date, language),
  };
}
