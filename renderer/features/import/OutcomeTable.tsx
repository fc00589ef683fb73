import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '#shared/domain/import/model.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './import.module.css';
import { tableRows } from './view-model.ts';

/** Records by what happens to them. */
export function OutcomeTable({ summary }: { summary: ImportSummary }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const rows = tableRows(summary);
  const removes = rows.some((row) => row.removed > 0);
  const columns = ['created', 'updated', 'same', ...(removes ? (['removed'] as const) : [])] as const;
  return (
    <table className={classes['table']} data-narrow>
      <caption className={classes['caption']}>{t(summary.dryRun ? 'outcome.would' : 'outcome.did')}</caption>
      <thead>
        <tr><th scope="col">{t('outcome.records')}</th>{columns.map((column) => <th key={column} scope="col" className={classes['number']}>{t(`outcome.${column}`)}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.table}>
            <th scope="row">{t(`table.${row.table}`)}</th>
            {columns.map((column) => <td key={column} className={classes['number']} data-zero={row[column] === 0 || undefined}>{format.number(row[column])}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
