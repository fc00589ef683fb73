import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyncProgress, SyncSummary } from '#shared/domain/sync/model.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';

type Progress = Extract<SyncProgress, { type: 'progress' }>;

export interface SyncRun {
  running: boolean;
  progress: Progress | null;
  summary: SyncSummary | null;
  error: unknown;
}

const IDLE: SyncRun = { running: false, progress: null, summary: null, error: null };

/** Runs a sync and says how far it is. It goes on when the screen is left; what it did shows in the history. */
export function useRunSync() {
  const client = useClient();
  const api = useApi();
  const queries = useQueryClient();
  const [run, setRun] = useState<SyncRun>(IDLE);
  const follow = async (folder: string): Promise<void> => {
    setRun({ ...IDLE, running: true });
    try {
      for await (const event of await client.api.sync.run({ folder })) {
        if (event.type === 'done') setRun({ ...IDLE, summary: event.summary });
        else setRun((now) => ({ ...now, progress: event }));
      }
    } catch (error) {
      setRun({ ...IDLE, error });
    }
    await queries.invalidateQueries({ queryKey: api.sync.status.key() });
  };
  return { ...run, start: (folder: string) => void follow(folder), cancel: () => void client.api.sync.cancel() };
}
