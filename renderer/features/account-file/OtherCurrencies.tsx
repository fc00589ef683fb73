import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';

/** Sums in other currencies than the book's, apart: without a rate they are never added. */
export function OtherCurrencies({ amounts }: { amounts: readonly { currency: string; amount: number }[] }) {
  const { t } = useTranslation('account');
  const format = useFormat();
  if (amounts.length === 0) return null;
  return <p>{t('otherCurrencies', { sums: amounts.map(({ currency, amount }) => format.moneyExact(amount, currency)).join(t('nameJoin')) })}</p>;
}
