import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DaySpan } from '#shared/domain/review/model.ts';
import { useApi } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import classes from './review.module.css';

const LIMIT = 500;

/** The order lines behind the figures of a period. */
export function RowsPanel({ accountId, span }: { accountId: string; span: DaySpan }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery(useApi().business.rows.queryOptions({ input: { accountId, from: span.from, to: span.to, limit: LIMIT } }));
  if (error) {
    const words = errorText(error);
    return <DataError {...words} retry={{ label: t('dialog.retry'), onClick: () => void refetch() }} />;
  }
  if (!data) return <SkeletonRows rows={5} label={t('dialog.loading')} />;
  return (
    <>
      <table className={classes['rows']}>
        <thead>
          <tr>
            <th scope="col">{t('dialog.line.date')}</th>
            <th scope="col">{t('dialog.line.order')}</th>
            <th scope="col">{t('dialog.line.product')}</th>
            <th scope="col" data-end>{t('dialog.line.quantity')}</th>
            <th scope="col" data-end>{t('dialog.line.amount')}</th>
            <th scope="col" data-end>{t('dialog.line.margin')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((line) => (
            <tr key={`${line.orderId} ${line.lineNo}`}>
              <td>{format.dayShort(line.orderedOn)}</td>
              <td>{line.orderNo ?? '–'}</td>
              <td className={classes['long']} title={line.product ?? undefined}>{line.product ?? '–'}{line.isReturn && <span className={classes['meta']}>{t('dialog.line.return')}</span>}</td>
              <td data-end>{format.quantity(line.quantity)}</td>
              <td data-end>{format.moneyExact(line.amount, line.currency)}</td>
              <td data-end title={line.cost === null ? t('dialog.noCost') : undefined}>{format.moneyExact(line.cost === null ? null : line.amount - line.cost, line.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.count > data.rows.length && <p className={classes['quiet']}>{t('dialog.firstOf', { shown: format.number(data.rows.length), count: data.count, number: format.number(data.count) })}</p>}
    </>
  );
}
