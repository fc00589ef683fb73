import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { jobsStore, type JobProgress } from '#renderer/client/jobs-store.ts';
import { saveFile } from '#renderer/client/save-file.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { useErrorText } from '#renderer/client/use-error-text.ts';
import { useSteps } from '#renderer/client/use-steps.ts';
import type { SortState } from '#renderer/tables/window-column.ts';
import { isAccountSort, type AccountFilter } from './view-model.ts';

export interface ExportOrder {
  filter: AccountFilter;
  sort: SortState;
  format: 'csv' | 'xlsx';
  title: string;
  columns: { id: string; header: string }[];
}

/** Before this an export is over and no card is needed. */
const QUIET_MS = 500;

/** Writes the list to a file and hands it to the person; what takes its time shows a card that can end it. */
export function useExport(): (order: ExportOrder) => Promise<void> {
  const { t } = useTranslation('accounts');
  const client = useClient();
  const steps = useSteps();
  const errorText = useErrorText();
  return useCallback(async ({ sort, ...order }) => {
    const run = crypto.randomUUID();
    const ending = new AbortController();
    let tell: (progress: JobProgress) => void = () => undefined;
    const work = async (): Promise<void> => {
      const events = await client.api.accounts.export({
        ...order, run, sort: isAccountSort(sort.column) ? sort.column : 'name', descending: sort.descending,
      }, { signal: ending.signal });
      for await (const event of events) {
        if (event.type === 'progress') tell({ done: event.rows, total: event.total, fraction: event.total > 0 ? event.rows / event.total : null });
        else {
          const file = await client.api.accounts.exported({ run });
          saveFile(file);
          steps.say(t('export.done', { count: event.rows, file: event.fileName }));
        }
      }
    };
    const running = work();
    const timer = setTimeout(() => void jobsStore.start(t('export.running', { title: order.title }), async (report, signal) => {
      tell = report;
      signal.addEventListener('abort', () => ending.abort());
      await running.catch(() => undefined);
    }), QUIET_MS);
    try {
      await running;
    } catch (error) {
      steps.say(ending.signal.aborted ? t('export.cancelled') : errorText(error).text);
    } finally {
      clearTimeout(timer);
    }
  }, [client, errorText, steps, t]);
}
