import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx';
import classes from './import.module.css';
import { LeftOutActions, MOST_TO_MEND } from './LeftOutActions.tsx';

/** Rows that earlier imports left out, kept until they are mended or forgotten. */
export function LeftOutList() {
  const { t } = useTranslation('import');
  const format = useFormat();
  const api = useApi();
  const queries = useQueryClient();
  const { data = [] } = useQuery(api.imports.leftOuts.queryOptions({ staleTime: 0 }));
  const drop = useMutation(api.imports.dropLeftOut.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.imports.leftOuts.key() }) }));
  if (data.length === 0) return null;
  return (
    <section>
      <SectionHeading line note={t('leftOut.note')}>{t('leftOut.title')}</SectionHeading>
      <ul className={classes['recent']}>
        {data.map(({ id, file, at, rows }) => (
          <li key={id} className={classes['leftOutRow']}>
            <span className={classes['recentWhat']} title={rows > MOST_TO_MEND ? t('leftOut.many') : undefined}>{t('leftOut.entry', { file, count: rows, number: format.number(rows) })}</span>
            <span className={classes['recentWhen']}>{format.instant(at)}</span>
            <span className={classes['leftOutActions']}>
              <LeftOutActions id={id} file={file} rows={rows} />
              <Button size="xs" variant="subtle" aria-label={t('leftOut.dropOf', { file })} onClick={() => drop.mutate({ id })}>{t('leftOut.drop')}</Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
