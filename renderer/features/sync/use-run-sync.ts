import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi, useClient } from '#renderer/client/use-api.ts';
import { afterEnd, afterEvent, IDLE } from './run-state.ts';

/** Runs a sync and says how far it is. It goes on when the screen is left; what it did shows in the history. */
export function useRunSync() {
  const client = useClient();
  const api = useApi();
  const queries = useQueryClient();
  const [run, setRun] = useState(IDLE);
  const follow = async (folder: string): Promise<void> => {
    setRun({ ...IDLE, running: true });
    try {
      for await (const event of await client.api.sync.run({ folder })) setRun((now) => afterEvent(now, event));
      setRun(afterEnd);
    } catch (error) {
      setRun({ ...IDLE, error });
    }
    await queries.invalidateQueries({ queryKey: api.sync.status.key() });
  };
  return { ...run, start: (folder: string) => void follow(folder), cancel: () => void client.api.sync.cancel() };
}
