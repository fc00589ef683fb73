import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Client } from '#renderer/client/types.ts';
import { useClient } from '#renderer/client/use-api.ts';
import { createDraftKeeper, type DraftKeeper, type DraftStatus } from './draft-keeper.ts';
import { logDraftSchema, type LogDraft } from './log-draft.ts';

/** One for each form; they outlive the form, so that a draft whose core was away is still saved later. */
const keepers = new Map<string, DraftKeeper>();

function keeperOf(client: Client, bookId: string, key: string): DraftKeeper {
  const name = `ballast.draft.${bookId}.${key}`;
  const known = keepers.get(name);
  if (known) return known;
  const made = createDraftKeeper({
    copyKey: name,
    copies: sessionStorage,
    save: (value) => client.api.interactions.saveDraft({ key, value }),
    drop: () => client.api.interactions.dropDraft({ key }),
  });
  keepers.set(name, made);
  return made;
}

function readDraft(value: string | null): LogDraft | null {
  if (value === null) return null;
  try {
    const parsed = logDraftSchema.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export type LoadedDraft =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown; retry: () => void }
  | { state: 'ready'; draft: LogDraft | null };

/** The draft that was left under `key`, read once, and the keeper of its further changes. */
export function useLogDraft(bookId: string, key: string): { loaded: LoadedDraft; keeper: DraftKeeper; status: DraftStatus } {
  const client = useClient();
  const keeper = keeperOf(client, bookId, key);
  const status = useSyncExternalStore(keeper.subscribe, keeper.status, keeper.status);
  const [loaded, setLoaded] = useState<LoadedDraft>(() => {
    const copy = readDraft(keeper.copy());
    return copy ? { state: 'ready', draft: copy } : { state: 'loading' };
  });

  useEffect(() => {
    if (loaded.state !== 'loading') return undefined;
    let current = true;
    client.api.interactions.draft({ key }).then((found) => {
      if (!current) return;
      const draft = readDraft(found?.value ?? null);
      if (found && draft) keeper.adopt(found.value, found.savedAt);
      setLoaded({ state: 'ready', draft });
    }, (error: unknown) => {
      if (current) setLoaded({ state: 'failed', error, retry: () => setLoaded({ state: 'loading' }) });
    });
    return () => {
      current = false;
    };
  }, [client, keeper, key, loaded.state]);

  return { loaded, keeper, status };
}
