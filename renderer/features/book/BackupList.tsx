import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { useBook } from '#renderer/client/use-app-state.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import { DataError } from '#renderer/ui/DataError.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { SkeletonRows } from '#renderer/ui/SkeletonRows.tsx';
import classes from './book.module.css';

/** Backups shown before the rest is asked for. */
const FIRST = 8;

/** The verified backups of the open book: take one now, or put one in the book's place. */
export function BackupList() {
  const { t } = useTranslation('app');
  const api = useApi();
  const format = useFormat();
  const errorText = useErrorText();
  const { say } = useSteps();
  const book = useBook();
  const [all, setAll] = useState(false);
  const backups = useQuery(api.book.backups.queryOptions({ input: {} }));
  const backUp = useMutation(api.book.backUp.mutationOptions({
    onSuccess: (made) => {
      say(t(made ? 'command.backedUp' : 'command.nothingToBackUp'));
      void backups.refetch();
    },
  }));
  const restore = useMutation(api.book.restore.mutationOptions({ onSuccess: () => say(t('backup.restored')) }));
  const error = backups.error ?? backUp.error ?? restore.error;
  const sorted = backups.data?.toSorted((a, b) => b.takenAt - a.takenAt) ?? [];
  const shown = all ? sorted : sorted.slice(0, FIRST);

  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button leftSection={<Icon name="shield" size={15} />} loading={backUp.isPending} onClick={() => backUp.mutate(undefined)}>{t('backup.now')}</Button>
        <span className={classes['meta']}>{t('backup.plan')}</span>
      </Group>
      {error && <DataError {...errorText(error)} />}
      {backups.isPending && <SkeletonRows rows={3} label={t('loading')} />}
      {backups.data && sorted.length === 0 && <EmptyState icon="shield" text={t('backup.empty')} compact />}
      {shown.length > 0 && (
        <ul className={classes['backups']}>
          {shown.map((backup) => (
            <li key={backup.file} className={classes['backup']}>
              <span className={classes['when']} title={backup.file}>{format.instant(backup.takenAt)}</span>
              <span className={classes['meta']}>{t(`backup.kind.${backup.kind}`)}</span>
              <span className={classes['size']}>{format.bytes(backup.bytes)}</span>
              <Button size="xs" loading={restore.isPending && restore.variables.file === backup.file} disabled={restore.isPending} onClick={() => restore.mutate({ path: book.path, file: backup.file })}>
                {t('backup.restore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {sorted.length > shown.length && <div><Button size="xs" variant="subtle" onClick={() => setAll(true)}>{t('backup.showAll', { count: sorted.length })}</Button></div>}
      <p className={classes['hint']}>{t('backup.hint')}</p>
    </Stack>
  );
}
