import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/client/use-format.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { BusinessMonths } from './api.ts';
import { shiftUntil, yearDays } from './view-model.ts';
import styles from './business.module.css';

interface PeriodBarProps {
  business: BusinessMonths;
  onUntil: (until: string | undefined) => void;
}

/** Which twelve months are shown, and the way to others. */
export function PeriodBar({ business, onUntil }: PeriodBarProps) {
  const { t } = useTranslation('business');
  const format = useFormat();
  const { from, to } = yearDays(business.months).days;
  const later = shiftUntil(business.until, 1, format.today);
  const isCurrent = business.until.slice(0, 7) === format.today.slice(0, 7);
  const go = (until: string | null) => {
    if (until !== null) onUntil(until.slice(0, 7) === format.today.slice(0, 7) ? undefined : until);
  };
  return (
    <div className={styles.period}>
      <ActionIcon aria-label={t('yearEarlier')} title={t('yearEarlier')} onClick={() => go(shiftUntil(business.until, -1, format.today))}><Icon name="chevronLeft" size={15} /></ActionIcon>
      <b>{format.dayRange(from, to)}</b>
      <ActionIcon aria-label={t('yearLater')} title={t('yearLater')} disabled={later === null} onClick={() => go(later)}><Icon name="chevronRight" size={15} /></ActionIcon>
      <span className={styles.against}>{t('against')}</span>
      {!isCurrent && <Button size="xs" onClick={() => onUntil(undefined)}>{t('toToday')}</Button>}
    </div>
  );
}
