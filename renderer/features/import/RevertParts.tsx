import { useTranslation } from 'react-i18next';
import type { UndoPreview } from '#shared/domain/history/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useStepText } from '#renderer/client/use-step-text.ts';
import classes from './import.module.css';
import { keptGroups, revertGroups } from './view-model.ts';

/** What is taken back and what stays, with the reason. */
export function RevertParts({ preview }: { preview: UndoPreview }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const stepText = useStepText();
  const { groups, partial } = revertGroups(preview);
  const rows = (count: number): string => format.number(count);
  return (
    <>
      <p>{t('revert.what', { what: stepText(preview.step), when: format.instant(preview.step.at) })}</p>
      {preview.revertCount === 0 ? <p>{t('revert.nothing')}</p> : (
        <>
          <p>{t('revert.count', { count: preview.revertCount, number: rows(preview.revertCount) })}</p>
          {!partial && (
            <ul className={classes['groups']}>
              {groups.map(({ table, op, rows: count }) => (
                <li key={`${op} ${table}`}>{t(`revert.${op}`, { count, number: rows(count), table: t(`table.${table}`, { defaultValue: t('table.other') }) })}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {preview.keptCount > 0 && (
        <>
          <p>{t('revert.kept', { count: preview.keptCount, number: rows(preview.keptCount) })}</p>
          <ul className={classes['groups']}>
            {keptGroups(preview.kept).map(({ reason, rows: count, labels }) => (
              <li key={reason}>{t(`kept.${reason}`, { count, number: rows(count) })}{labels.length > 0 && t('revert.names', { names: labels.join(t('listJoin')) })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
