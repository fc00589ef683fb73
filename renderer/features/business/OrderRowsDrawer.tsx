import { Drawer, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowsRequest } from './api.ts';
import { OrderLines } from './OrderLines.tsx';
import type { DayRange } from './view-model.ts';
import styles from './business.module.css';

/** A number to open: its rows, and those of the year before where the number was compared. */
export interface RowsBehind extends RowsRequest {
  title: string;
  before?: DayRange;
}

interface OrderRowsDrawerProps {
  /** Null while closed. */
  request: RowsBehind | null;
  onClose: () => void;
}

function Rows({ title, before, ...request }: RowsBehind) {
  const { t } = useTranslation('business');
  const [year, setYear] = useState('this');
  return (
    <>
      {before && (
        <SegmentedControl
          size="xs" className={styles.years} aria-label={t('rowsYear', { title })} value={year} onChange={setYear}
          data={[{ value: 'this', label: t('thisYear') }, { value: 'before', label: t('yearBefore') }]}
        />
      )}
      <OrderLines request={year === 'before' && before ? { ...request, ...before } : request} withOrder={request.orderId === undefined} />
    </>
  );
}

/** The rows behind a number, beside the page that shows it. */
export function OrderRowsDrawer({ request, onClose }: OrderRowsDrawerProps) {
  const { t } = useTranslation('business');
  return (
    <Drawer opened={request !== null} onClose={onClose} position="right" size={760} title={request?.title} closeButtonProps={{ 'aria-label': t('close') }}>
      {request && <Rows {...request} />}
    </Drawer>
  );
}
