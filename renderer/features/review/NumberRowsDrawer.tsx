import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useNumberRows } from './api.ts';
import { NumberRows } from './NumberRows.tsx';
import { useNumberWords } from './use-number-words.ts';
import classes from './record.module.css';

interface NumberRowsDrawerProps {
  reviewId: string;
  /** Null while it is closed. */
  number: string | null;
  currency: string;
  onClose: () => void;
}

/** The rows behind a number, as they are or as they were presented. */
export function NumberRowsDrawer({ reviewId, number, currency, onClose }: NumberRowsDrawerProps) {
  const { t } = useTranslation('review');
  const errorText = useErrorText();
  const words = useNumberWords(currency);
  const { data, error, refetch } = useNumberRows(reviewId, number);
  return (
    <Drawer opened={number !== null} onClose={onClose} position="right" size={640} title={data ? words.name(data.number) : t('dialog.rows')} closeButtonProps={{ 'aria-label': t('dialog.close') }}>
      {error && <DataError {...errorText(error)} retry={{ label: t('dialog.retry'), onClick: () => void refetch() }} />}
      {!data && !error && <SkeletonRows rows={6} label={t('dialog.loading')} />}
      {data && (
        <>
          <p className={classes['rowsHead']}><b>{words.value(data.number)}</b> {[words.days(data.number), words.rows(data.number)].join(t('dialog.join'))}</p>
          <div className={classes['rowsScroll']} tabIndex={0} role="region" aria-label={t('dialog.rows')}><NumberRows rows={data.rows} /></div>
        </>
      )}
    </Drawer>
  );
}
