import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '#renderer/charts/BarChart.tsx';
import { ChartCard } from '#renderer/charts/ChartCard.tsx';
import { FigureTable } from '#renderer/charts/FigureTable.tsx';
import { useFormat } from '#renderer/client/use-format.ts';
import type { BusinessMonths, RowsRequest } from './api.ts';
import { useChartWords } from './use-chart-words.ts';
import { changeRatio } from './view-model.ts';

interface ProductsCardProps {
  business: Pick<BusinessMonths, 'products' | 'rest' | 'months'>;
  onOpen: (what: { name: string } & Pick<RowsRequest, 'productId' | 'exceptProductIds'>) => void;
}

interface ProductRow {
  key: string;
  name: string;
  amount: number;
  amountBefore: number;
  rows: Pick<RowsRequest, 'productId' | 'exceptProductIds'>;
}

/** The products that brought most, against the year before, and all others together. */
export function ProductsCard({ business: { products, rest, months }, onOpen }: ProductsCardProps) {
  const { t } = useTranslation('business');
  const format = useFormat();
  const words = useChartWords();
  const list = useMemo((): ProductRow[] => [
    ...products.map(({ productId, name, amount, amountBefore }) => ({
      key: productId ?? 'none', name: productId === null ? t('noProduct') : name, amount, amountBefore, rows: { productId },
    })),
    ...(rest === null ? [] : [{
      key: 'rest', name: t('otherProducts', { count: rest.products }), amount: rest.amount, amountBefore: rest.amountBefore,
      rows: { exceptProductIds: products.map(({ productId }) => productId) },
    }]),
  ], [products, rest, t]);
  const compared = list.some(({ amountBefore }) => amountBefore !== 0);
  const points = useMemo(() => list.map(({ key, name, amount, amountBefore }) => ({
    key, label: name, value: amount, before: compared ? amountBefore : null, valueText: format.money(amount),
    lines: [name, t('revenue.is', { money: format.moneyExact(amount) }), t('yearBeforeIs', { money: format.moneyExact(amountBefore) })],
  })), [list, compared, format, t]);

  const total = months.reduce((sum, { amount }) => sum + amount, 0);
  const open = (key: string) => {
    const found = list.find((row) => row.key === key);
    if (found) onOpen({ name: found.name, ...found.rows });
  };
  const first = list[0];
  return (
    <ChartCard
      title={t('products.title')} words={words} compared={compared}
      finding={first && total > 0 ? t('products.finding', { name: first.name, share: format.percent(first.amount / total) }) : undefined}
      chart={<BarChart lying label={t('products.chart')} points={points} formatAxis={format.money} onOpen={(point) => open(point.key)} />}
      table={(
        <FigureTable
          head={[t('product'), words.thisYear, words.yearBefore, t('change'), t('share')]}
          rows={list.map(({ key, name, amount, amountBefore }) => ({
            key, onOpen: () => open(key),
            cells: [name, format.moneyExact(amount), format.moneyExact(amountBefore), format.percent(changeRatio(amount, amountBefore), true), format.percent(total > 0 ? amount / total : null)],
          }))}
        />
      )}
    />
  );
}
