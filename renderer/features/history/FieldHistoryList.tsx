import { useTranslation } from 'react-i18next';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import { useFieldHistory } from './api.ts';
import { useValueText } from './use-value-text.ts';
import { OverruledNote } from './OverruledNote.tsx';
import { fieldEntries } from './view-model.ts';
import styles from './history.module.css';

interface FieldHistoryListProps {
  /** Key of the row in the log: an account's id. */
  rowKey: string;
  /** Name of the column. */
  field: string;
}

/** One field through time: who set it, when, from what to what. */
export function FieldHistoryList({ rowKey, field }: FieldHistoryListProps) {
  const { t } = useTranslation('history-view');
  const format = useFormat();
  const errorText = useErrorText();
  const valueText = useValueText(rowKey);
  const { data, error } = useFieldHistory(rowKey);
  if (error) return <DataError {...errorText(error)} />;
  if (!data) return <SkeletonRows rows={2} height={24} label={t('loading')} />;
  const entries = fieldEntries(data, field);
  return (
    <ol className={styles.times}>
      {entries.length === 0 && <li className={styles.none}>{t('fieldEmpty')}</li>}
      {entries.map((entry) => (
        <li key={`${entry.step}-${entry.op}-${entry.field}-${entry.overruled?.at}`}>
          <span className={styles.meta}>{[format.instant(entry.at), entry.actor ?? t('nobody')].join(t('metaJoin'))}</span>
          {entry.overruled && entry.op === 'update'
            ? <s>{valueText(field, entry.to)}</s>
            : <span>{entry.op === 'update' ? t('fromTo', { from: valueText(field, entry.from), to: valueText(field, entry.to) }) : t(`row.${entry.op}`)}</span>}
          {entry.overruled && <OverruledNote overruled={entry.overruled} />}
        </li>
      ))}
    </ol>
  );
}
