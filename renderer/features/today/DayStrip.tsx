import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnniversaryRow } from '#shared/domain/today/model.ts';
import type { IsoDate } from '#shared/kernel/dates.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import styles from './today.module.css';
import { stripDays } from './view-model.ts';

/** Two weeks at a glance; days with something in them are tinted. */
export function DayStrip({ today, rows }: { today: IsoDate; rows: readonly AnniversaryRow[] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <ol className={styles.strip}>
      {stripDays(today, rows).map(({ date, weekday, number, count }) => (
        <li key={date} className={styles.stripDay} data-today={date === today || undefined} data-full={count > 0 || undefined} data-weekend={weekday > 5 || undefined}>
          <small aria-hidden="true">{t(`letter.${weekday}`)}</small>
          <span aria-hidden="true">{number}</span>
          <VisuallyHidden>{count > 0 ? t('strip.some', { day: format.day(date), count }) : format.day(date)}</VisuallyHidden>
        </li>
      ))}
    </ol>
  );
}
