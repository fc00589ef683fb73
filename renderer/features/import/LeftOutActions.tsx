import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '#renderer/client/use-api.ts';
import { saveFile } from '#renderer/client/save-file.ts';
import { MendDialog } from './MendDialog.tsx';

/** More rows than these are better mended in a spreadsheet. */
export const MOST_TO_MEND = 200;

/** What can be done with rows that an import left out. */
export function LeftOutActions({ id, file, rows }: { id: string; file: string; rows: number }) {
  const { t } = useTranslation('import');
  const [mending, setMending] = useState(false);
  const save = useMutation(useApi().imports.leftOutFile.mutationOptions({ onSuccess: saveFile }));
  return (
    <>
      {rows <= MOST_TO_MEND && <Button size="xs" aria-label={t('leftOut.mendOf', { file })} onClick={() => setMending(true)}>{t('leftOut.mend')}</Button>}
      <Button size="xs" aria-label={t('leftOut.saveOf', { file })} loading={save.isPending} onClick={() => save.mutate({ id })}>{t('leftOut.save')}</Button>
      {mending && <MendDialog id={id} onClose={() => setMending(false)} />}
    </>
  );
}
