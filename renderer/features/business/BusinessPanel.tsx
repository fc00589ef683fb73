import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useBusinessMonths } from './api.ts';
import { MonthCard, type MonthValue } from './MonthCard.tsx';
import { OrderRowsDrawer, type RowsBehind } from './OrderRowsDrawer.tsx';
import { PeriodBar } from './PeriodBar.tsx';
import { ProductsCard } from './ProductsCard.tsx';
import { endOfMonth, isEmpty, yearDays } from './view-model.ts';
import styles from './business.module.css';

/** Revenue, margin and products of an account over twelve months; every point opens the order lines behind it. */
export function BusinessPanel({ accountId }: { accountId: string }) {
  const { t } = useTranslation('business');
  const format = useFormat();
  const errorText = useErrorText();
  const [until, setUntil] = useState<string>();
  const [rows, setRows] = useState<RowsBehind | null>(null);
  const { data, error, refetch } = useBusinessMonths(accountId, until);
  const revenue = useMemo(() => data?.months.map((month) => ({ ...month, value: month.amount, before: month.amountBefore })) ?? [], [data]);
  const margin = useMemo(() => data?.months.map((month) => ({ ...month, value: month.margin, before: month.marginBefore })) ?? [], [data]);

  if (error) return <div className={styles.panel}><DataError {...errorText(error)} retry={{ label: t('retry'), onClick: () => void refetch() }} /></div>;
  if (!data) return <div className={styles.panel}><SkeletonRows rows={8} height={48} label={t('loading')} /></div>;
  const { latestOrderOn, unfinishedTo } = data;
  const year = yearDays(data.months);
  const openMonth = ({ month, days, daysBefore }: MonthValue) => setRows({ title: t('rowsOf', { what: format.month(month, true) }), accountId, ...days, before: daysBefore });
  const offerOlder = latestOrderOn !== null && isEmpty(data.months);
  return (
    <div className={styles.panel}>
      <PeriodBar business={data} onUntil={setUntil} />
      {isEmpty(data.months) ? (
        <EmptyState
          icon="chart" text={offerOlder ? t('emptyOld', { date: format.dayFull(latestOrderOn) }) : t('empty')}
          action={offerOlder && <Button onClick={() => setUntil(endOfMonth(latestOrderOn))}>{t('showOlder', { month: format.month(latestOrderOn, true) })}</Button>}
        />
      ) : (
        <>
          <div className={styles.cards}>
            <MonthCard what="revenue" values={revenue} unfinishedTo={unfinishedTo} onOpen={openMonth} />
            <MonthCard what="margin" values={margin} unfinishedTo={unfinishedTo} onOpen={openMonth} />
          </div>
          {data.products.length > 0 && (
            <ProductsCard
              business={data}
              onOpen={({ name, ...which }) => setRows({ title: t('rowsOf', { what: name }), accountId, ...which, ...year.days, before: year.daysBefore })}
            />
          )}
        </>
      )}
      {data.otherCurrencies.length > 0 && (
        <p className={styles.apart}>
          {t('otherCurrencies')}
          {data.otherCurrencies.map(({ currency, amount }) => (
            <Button key={currency} size="xs" onClick={() => setRows({ title: t('rowsOf', { what: currency }), accountId, currency, ...year.days })}>{format.moneyExact(amount, currency)}</Button>
          ))}
        </p>
      )}
      <OrderRowsDrawer request={rows} onClose={() => setRows(null)} />
    </div>
  );
}
