import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore } from '#renderer/client/create-store.ts';
import { jobsStore } from '#renderer/client/jobs-store.ts';
import { useApi, useClient } from '#renderer/client/use-api.ts';

/** Before this a search is over and no card is needed. */
const QUIET_MS = 500;

/** A person ended the search: nothing is looked for until they ask again. */
const ended = createStore(false);

export const useEnded = (): boolean => useSyncExternalStore(ended.subscribe, ended.read, ended.read);
export const lookAgain = (): void => ended.set(false);

/** While the list is `awaited`, shows how far the search is, and lets the person end it. */
export function useLooking(awaited: boolean): void {
  const { t } = useTranslation('duplicates');
  const [api, client, queries, verb] = [useApi(), useClient(), useQueryClient(), t('looking')];
  useEffect(() => {
    if (!awaited) return undefined;
    const leaving = new AbortController();
    const timer = setTimeout(() => void jobsStore.start(verb, async (report, cancelled) => {
      cancelled.addEventListener('abort', () => {
        ended.set(true);
        leaving.abort();
        void queries.cancelQueries({ queryKey: api.duplicates.list.key() });
      });
      for await (const { done, total } of await client.api.duplicates.look(undefined, { signal: leaving.signal })) {
        report({ done, total, fraction: total > 0 ? done / total : null });
      }
      // What fails is said by the list itself.
    }).catch(() => undefined), QUIET_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [api, awaited, client, queries, verb]);
}
