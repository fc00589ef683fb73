import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewNumber } from '#shared/domain/review/rows.ts';
import { NO_DATA } from '#shared/kernel/format-number.ts';
import { useFormat } from '#renderer/client/use-format.ts';

/** How a number of a review is said: value, name, days and rows. */
export function useNumberWords(currency: string) {
  const { t } = useTranslation('review');
  const format = useFormat();
  return useMemo(() => ({
    value({ value, unit }: ReviewNumber): string {
      if (value === null) return NO_DATA;
      if (unit === 'share') return format.percent(value);
      return unit === 'money' ? format.money(value, currency) : format.number(value);
    },
    exact: ({ value, unit }: ReviewNumber): string | undefined => (unit === 'money' && value !== null ? format.moneyExact(value, currency) : undefined),
    name({ measure, rows }: ReviewNumber): string {
      const name = t(`number.${measure.replace('.', '-')}`);
      return rows.kind === 'orders' && rows.product !== undefined ? t('number.ofProduct', { name, product: rows.product === '' ? t('number.noProduct') : rows.product }) : name;
    },
    days: ({ window, asOf }: ReviewNumber): string => (window ? format.dayRange(window.from, window.to) : t('numbers.asOf', { date: format.dayFull(asOf) })),
    rows: ({ rows, rowCount }: ReviewNumber): string => t(`numbers.${rows.kind}`, { count: rowCount, shown: format.number(rowCount) }),
  }), [currency, format, t]);
}
