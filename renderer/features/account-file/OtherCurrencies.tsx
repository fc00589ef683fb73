import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';
import styles from './account-file.module.css';

interface OtherCurrenciesProps {
  amounts: readonly { currency: string; amount: number }[];
  onOpen: (currency: string) => void;
}

/** Sums in other currencies than the book's, apart: without a rate they are never added. */
export function OtherCurrencies({ amounts, onOpen }: OtherCurrenciesProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  if (amounts.length === 0) return null;
  return (
    <p className={styles.apart}>
      {t('otherCurrencies')}
      {amounts.map(({ currency, amount }) => <Button key={currency} size="xs" onClick={() => onOpen(currency)}>{format.moneyExact(amount, currency)}</Button>)}
    </p>
  );
}
