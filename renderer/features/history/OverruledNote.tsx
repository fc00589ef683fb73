import { useTranslation } from 'react-i18next';
import type { FieldChange } from '#shared/domain/history/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import styles from './history.module.css';

/** Says whose later word kept a value from showing. */
export function OverruledNote({ overruled }: { overruled: NonNullable<FieldChange['overruled']> }) {
  const { t } = useTranslation('history-view');
  const format = useFormat();
  return <span className={styles.overruled}>{t('overruled', { name: overruled.actor ?? t('nobody'), when: format.instant(overruled.at) })}</span>;
}
