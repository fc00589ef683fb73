import { resolve } from 'node:path';
import type { CancelSignal, HandlersOf } from '#shared/contract/handlers.ts';
import type { syncContract } from '#shared/contract/sync.ts';
import type { SyncProgress } from '#shared/domain/sync/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book } from '#core/db/book.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import type { SyncPorts } from '#core/sync/receive-bundle.ts';
import { runSync } from '#core/sync/run-sync.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { folderTransport } from '#core/sync/transports/folder.ts';

interface Deps {
  current: CurrentBook;
  ports: SyncPorts;
  /** Clears what other features keep of rows that another book erased for good; with the names and addresses that people had here. */
  onErased: (book: Book, said: readonly string[]) => void;
}

export function createSyncHandlers({ current, ports, onErased }: Deps): HandlersOf<typeof syncContract> {
  /** Whether the run under way was asked to end; null while none is. */
  let asked: boolean | null = null;

  async function* one(book: Book, folder: string, signal: CancelSignal): AsyncGenerator<SyncProgress> {
    const stop = { get aborted() { return signal.aborted || asked === true; } };
    try {
      yield* runSync(book, ports, { transport: folderTransport(folder), folder, onErased: (said) => onErased(book, said) }, stop);
    } finally {
      asked = null;
    }
  }

  return {
    status() {
      const book = current.get();
      const state = book.read(() => readSyncState(book.db));
      return { folder: state?.folder ?? null, syncedAt: state?.syncedAt ?? null };
    },
    run({ folder }, { signal }) {
      const book = current.get();
      if (book.readOnly) throw new CodedError('book-read-only');
      if (asked !== null) throw new CodedError('sync-running');
      asked = false;
      return one(book, resolve(folder), signal);
    },
    cancel() {
      if (asked === false) asked = true;
    },
  };
}
