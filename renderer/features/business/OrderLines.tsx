import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { NoData } from '#renderer/tables/NoData.tsx';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useBusinessRows, type RowsRequest } from './api.ts';
import { discountRatio } from './view-model.ts';
import styles from './business.module.css';

interface OrderLinesProps {
  request: RowsRequest;
  /** Says day and order number of each line; an order opened by itself needs neither. */
  withOrder: boolean;
}

/** Order lines with their sum, which equals the number they stand behind. */
export function OrderLines({ request, withOrder }: OrderLinesProps) {
  const { t } = useTranslation('business');
  const format = useFormat();
  const errorText = useErrorText();
  const { data, error, refetch } = useBusinessRows(request);
  if (error) return <DataError {...errorText(error)} retry={{ label: t('retry'), onClick: () => void refetch() }} />;
  if (!data) return <SkeletonRows rows={5} height={32} label={t('loading')} />;
  if (data.rows.length === 0) return <EmptyState compact icon="order" text={t('noLines')} />;

  const { currency } = data;
  const lead = withOrder ? 2 : 0;
  return (
    <div className={styles.lines}>
      <table className={styles.table}>
        <thead>
          <tr>
            {withOrder && <><th scope="col">{t('line.day')}</th><th scope="col">{t('line.order')}</th></>}
            <th scope="col">{t('line.product')}</th>
            <th scope="col" className={styles.end}>{t('line.quantity')}</th>
            <th scope="col" className={styles.end}>{t('line.price')}</th>
            <th scope="col" className={styles.end}>{t('line.discount')}</th>
            <th scope="col" className={styles.end}>{t('line.amount')}</th>
            <th scope="col" className={styles.end}>{t('line.margin')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((line) => (
            <tr key={`${line.orderId}-${line.lineNo}`}>
              {withOrder && <><td className={styles.nowrap}>{format.day(line.orderedOn)}</td><td className={styles.nowrap}>{line.orderNo}</td></>}
              <td className={styles.product} title={[line.product, line.category].filter(Boolean).join(t('join'))}>
                {line.product ?? t('noProduct')}{line.isReturn && <span className={styles.return}>{t('return')}</span>}
              </td>
              <td className={styles.end}>{format.quantity(line.quantity)}</td>
              <td className={styles.end}>{format.moneyExact(line.price, line.currency)}</td>
              <td className={styles.end}>{line.discount === 0 ? '' : format.percent(discountRatio(line.discount))}</td>
              <td className={styles.end}>{format.moneyExact(line.amount, line.currency)}</td>
              <td className={styles.end}>{line.cost === null ? <NoData reason={t('noCost')} /> : format.moneyExact(line.amount - line.cost, line.currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={lead + 4}>{data.count > data.rows.length ? t('sumCapped', { shown: format.number(data.rows.length), count: format.number(data.count) }) : t('sum', { count: data.count, shown: format.number(data.count) })}</th>
            <td className={styles.end}>{format.moneyExact(data.amount, currency)}</td>
            <td className={styles.end}>{data.cost === null ? <NoData reason={t('noCost')} /> : format.moneyExact(data.amount - data.cost, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
