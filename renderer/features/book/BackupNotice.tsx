import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { Notice } from './Notice.tsx';

/** The latest backup failed: the book is safe, but a second copy is missing. Goes away with the first that succeeds. */
export function BackupNotice() {
  const { t } = useTranslation(['errors', 'app']);
  const backUp = useMutation(useApi().book.backUp.mutationOptions());
  return (
    <Notice icon="warning" tone="watch" actions={<Button size="xs" loading={backUp.isPending} onClick={() => backUp.mutate(undefined)}>{t('app:command.backUp')}</Button>}>
      <b>{t('title.backup-failed')}</b>{t('backup-failed')}
    </Notice>
  );
}
