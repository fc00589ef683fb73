import { useTranslation } from 'react-i18next';
import type { FieldChange, KeptChange } from '#shared/domain/history/model.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { OverruledNote } from './OverruledNote.tsx';
import { useValueText } from './use-value-text.ts';
import { byRow } from './view-model.ts';
import styles from './history.module.css';

interface ChangeListProps {
  accountId: string;
  changes: readonly (FieldChange | KeptChange)[];
  /** How many there are in all; the list may hold only the first. */
  count: number;
}

const icons = { insert: 'plus', update: 'pencil', delete: 'trash' } as const;

/** Rows that were added, changed or removed, with each field's value before and after. */
export function ChangeList({ accountId, changes, count }: ChangeListProps) {
  const { t } = useTranslation('history-view');
  const valueText = useValueText(accountId);
  return (
    <>
      <ul className={styles.rows}>
        {byRow(changes).map((row) => (
          <li key={row.id} className={styles.row}>
            <Icon name={icons[row.op]} size={14} className={styles.icon} />
            <div className={styles.rowText}>
              <div>{t(`op.${row.op}`, { what: t(`table.${row.table}`, { defaultValue: row.table }), name: row.label ?? '' }).trim()}</div>
              {row.fields.map((change) => change.field !== null && (
                <div key={change.field} className={styles.field}>
                  <span className={styles.fieldName}>{t(`field.${change.field}`, { defaultValue: change.field })}</span>
                  {change.overruled ? <s className={styles.from}>{valueText(change.field, change.to)}</s> : (
                    <>
                      <span className={styles.from}>{valueText(change.field, change.from)}</span>
                      <Icon name="arrowRight" size={12} label={t('becomes')} />
                      <span className={styles.to}>{valueText(change.field, change.to)}</span>
                    </>
                  )}
                  {change.overruled && <OverruledNote overruled={change.overruled} />}
                </div>
              ))}
              {row.overruled && <OverruledNote overruled={row.overruled} />}
              {row.fields.length === 0 && <KeptReason change={changes.find((change) => `${change.table} ${change.key} ${change.op}` === row.id)} />}
              {row.fields.map((change) => <KeptReason key={change.field} change={change} />)}
            </div>
          </li>
        ))}
      </ul>
      {count > changes.length && <p className={styles.more}>{t('moreChanges', { count: count - changes.length })}</p>}
    </>
  );
}

function KeptReason({ change }: { change: FieldChange | KeptChange | undefined }) {
  const { t } = useTranslation('history-view');
  if (!change || !('reason' in change)) return null;
  return <div className={styles.reason}>{change.byActor === null ? t(`kept.${change.reason}`) : t(`keptBy.${change.reason}`, { name: change.byActor })}</div>;
}
