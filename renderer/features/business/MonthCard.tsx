import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '#renderer/charts/BarChart.tsx';
import { ChartCard } from '#renderer/charts/ChartCard.tsx';
import { FigureTable } from '#renderer/charts/FigureTable.tsx';
import { useFormat } from '#renderer/client/use-format.ts';
import { useChartWords } from './use-chart-words.ts';
import { changeRatio, sumOf, type MonthFigure } from './view-model.ts';

export interface MonthValue extends Pick<MonthFigure, 'month' | 'days' | 'daysBefore'> {
  /** Revenue of the month, which says whether a missing value is a gap or nothing at all. */
  amount: number;
  value: number | null;
  amountBefore: number;
  before: number | null;
}

interface MonthCardProps {
  what: 'revenue' | 'margin';
  values: readonly MonthValue[];
  unfinishedTo: string | null;
  onOpen: (month: MonthValue) => void;
}

/** One figure by month against the year before, as bars and as a table. */
export function MonthCard({ what, values, unfinishedTo, onOpen }: MonthCardProps) {
  const { t } = useTranslation('business');
  const format = useFormat();
  const words = useChartWords();
  const compared = values.some(({ before }) => before !== null && before !== 0);
  const points = useMemo(() => values.map(({ month, value, before }) => {
    const name = format.month(month, true);
    const running = unfinishedTo?.startsWith(month) ? format.day(unfinishedTo) : null;
    const money = (figure: number | null): string => (figure === null ? t('unknown') : format.moneyExact(figure));
    return {
      key: month, label: format.month(month), value, before: compared ? before : null, unfinished: running === null ? null : t('to', { date: running }),
      lines: [running === null ? name : t('monthTo', { month: name, date: running }), t(`${what}.is`, { money: money(value) }), t('yearBeforeIs', { money: money(before) })],
    };
  }), [values, unfinishedTo, compared, format, t, what]);

  const open = (month: string) => {
    const found = values.find((value) => value.month === month);
    if (found) onOpen(found);
  };
  const total = sumOf(values);
  const totalBefore = sumOf(values.map(({ amountBefore, before }) => ({ amount: amountBefore, value: before })));
  const change = changeRatio(total, totalBefore);
  const finding = { money: format.money(total), before: format.money(totalBefore), change: format.percent(change === null ? null : Math.abs(change)) };
  return (
    <ChartCard
      title={t(`${what}.title`)} words={words} compared={compared}
      finding={total === null ? t('findingUnknown') : change === null ? t(`${what}.findingNew`, finding) : t(change < 0 ? `${what}.findingDown` : `${what}.findingUp`, finding)}
      chart={<BarChart label={t(`${what}.chart`)} points={points} formatAxis={format.money} onOpen={({ key }) => open(key)} />}
      table={(
        <FigureTable
          head={[t('month'), words.thisYear, words.yearBefore, t('change')]}
          rows={values.map(({ month, value, before }) => ({
            key: month, onOpen: () => open(month),
            cells: [format.month(month, true), format.moneyExact(value), format.moneyExact(before), format.percent(changeRatio(value, before), true)],
          }))}
          foot={[t('total'), format.moneyExact(total), format.moneyExact(totalBefore), format.percent(change, true)]}
        />
      )}
    />
  );
}
