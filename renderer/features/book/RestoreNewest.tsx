import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import classes from './book.module.css';

/** Offers the newest good backup of a book; says so where there is none. */
export function RestoreNewest({ path, onRestored }: { path: string; onRestored?: (() => void) | undefined }) {
  const { t } = useTranslation('app');
  const api = useApi();
  const format = useFormat();
  const errorText = useErrorText();
  const backups = useQuery(api.book.backups.queryOptions({ input: { path } }));
  const restore = useMutation(api.book.restore.mutationOptions({ onSuccess: () => onRestored?.() }));
  // What a restore moved aside may be the damaged book itself.
  const newest = backups.data?.filter((backup) => backup.kind !== 'before-restore').toSorted((a, b) => b.takenAt - a.takenAt)[0];
  if (backups.isPending) return null;
  if (!newest) return <span className={classes['meta']}>{t('backup.noneFor')}</span>;
  return (
    <>
      <Button size="xs" loading={restore.isPending} onClick={() => restore.mutate({ path, file: newest.file })}>
        {t('backup.restoreOf', { when: format.instant(newest.takenAt) })}
      </Button>
      {restore.error && <span role="alert" className={classes['wrong']}>{errorText(restore.error).title}</span>}
    </>
  );
}
