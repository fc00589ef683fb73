import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '#renderer/charts/BarChart.tsx';
import { ChartCard } from '#renderer/charts/ChartCard.tsx';
import { FigureTable } from '#renderer/charts/FigureTable.tsx';
import { useFormat } from '#renderer/client/use-format.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { OrderRowsRequest } from './account-tabs.ts';
import type { BusinessMonths } from './api.ts';
import { changeRatio, endOfMonth, hasSales, yearFigures } from './view-model.ts';
import styles from './account-file.module.css';

interface RevenueCardProps {
  accountId: string;
  business: BusinessMonths;
  older: boolean;
  onUntil: (until: string | undefined) => void;
  onRows: (request: OrderRowsRequest) => void;
}

/** Revenue of twelve months against the year before. */
export function RevenueCard({ accountId, business, older, onUntil, onRows }: RevenueCardProps) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { months, unfinishedTo, latestOrderOn } = business;
  const compared = months.some(({ amountBefore }) => amountBefore !== 0);
  const points = useMemo(() => months.map((figure) => {
    const running = unfinishedTo !== null && unfinishedTo.startsWith(figure.month);
    const name = format.month(figure.month, true);
    return {
      key: figure.month, label: format.month(figure.month), value: figure.amount, before: compared ? figure.amountBefore : null,
      unfinished: running ? t('to', { date: format.day(unfinishedTo) }) : null,
      lines: [running ? t('monthTo', { month: name, date: format.day(unfinishedTo) }) : name,
        t('revenueIs', { money: format.moneyExact(figure.amount) }), t('yearBeforeIs', { money: format.moneyExact(figure.amountBefore) })],
    };
  }), [months, unfinishedTo, compared, format, t]);

  if (!hasSales(months)) {
    const offer = latestOrderOn !== null && !older;
    return (
      <div className={styles.card}>
        <h2 className={styles.cardTitle}>{t('revenueByMonth')}</h2>
        <EmptyState
          compact icon="chart"
          text={latestOrderOn === null ? t('revenueEmpty') : t('revenueOld', { date: format.dayFull(latestOrderOn) })}
          action={offer && <Button onClick={() => onUntil(endOfMonth(latestOrderOn))}>{t('showOlder', { month: format.month(latestOrderOn, true) })}</Button>}
        />
      </div>
    );
  }
  const open = (month: string) => {
    const figure = months.find((candidate) => candidate.month === month);
    if (figure) onRows({ title: t('rows.month', { month: format.month(month, true) }), accountId, ...figure.days, before: figure.daysBefore });
  };
  const year = yearFigures(months);
  const change = changeRatio(year.amount, year.amountBefore);
  const span = t('span', { from: format.month(months[0]?.month ?? '', true), to: unfinishedTo === null ? format.month(months.at(-1)?.month ?? '', true) : format.dayFull(unfinishedTo) });
  const values = { span, money: format.money(year.amount), change: format.percent(change === null ? null : Math.abs(change)) };
  return (
    <ChartCard
      title={t('revenueByMonth')} compared={compared}
      finding={(
        <>
          {change === null ? t('findingNew', values) : t(change < 0 ? 'findingDown' : 'findingUp', values)}
          {older && <Button size="xs" variant="subtle" ml={8} onClick={() => onUntil(undefined)}>{t('backToToday')}</Button>}
        </>
      )}
      words={{ chart: t('view.chart'), table: t('view.table'), view: t('view.label'), thisYear: t('thisYear'), yearBefore: t('yearBefore') }}
      chart={(
        <BarChart
          label={t('revenueChart')} points={points} formatAxis={format.money}
          onOpen={({ key }) => open(key)}
        />
      )}
      table={(
        <FigureTable
          head={[t('month'), t('thisYear'), t('yearBefore'), t('change')]}
          rows={months.map((figure) => ({
            key: figure.month,
            cells: [format.month(figure.month, true), format.moneyExact(figure.amount), format.moneyExact(figure.amountBefore), format.percent(changeRatio(figure.amount, figure.amountBefore), true)],
            onOpen: () => open(figure.month),
          }))}
          foot={[t('sum'), format.moneyExact(year.amount), format.moneyExact(year.amountBefore), format.percent(change, true)]}
        />
      )}
    />
  );
}
