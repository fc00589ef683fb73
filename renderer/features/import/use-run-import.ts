import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { undoStore } from '#renderer/client/undo-store.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useAppState } from '#renderer/client/use-app-state.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { importSession, type ImportFile } from './import-session.ts';

/** Imports a file; the toast at its end, or when it was cancelled, can take it back from wherever the person is by then. */
export function useRunImport(): (file: ImportFile) => Promise<void> {
  const { t } = useTranslation('import');
  const client = useClient();
  const format = useFormat();
  const { settings: { language } } = useAppState();
  return useCallback(async (file) => {
    const summary = await importSession.run(client, file.id, { verb: t('job.importing', { file: file.name }), language });
    if (!summary) return;
    const taken = summary.rowsRead - summary.rowsRejected;
    const said = !summary.cancelled ? 'imported' : summary.stepNo === null ? 'stoppedEmpty' : 'stopped';
    undoStore.show(t(said, { file: file.name, count: taken, number: format.number(taken) }), summary.stepNo);
  }, [client, format, language, t]);
}

/** Tries a file without writing anything. */
export function useCheckImport(): (file: ImportFile) => Promise<void> {
  const { t } = useTranslation('import');
  const client = useClient();
  const { settings: { language } } = useAppState();
  return useCallback((file) => importSession.check(client, file.id, { verb: t('job.checking', { file: file.name }), language }), [client, language, t]);
}
