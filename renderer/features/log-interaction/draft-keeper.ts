/** How safe the words in the form are. */
export interface DraftStatus {
  /** `waiting`: the core could not be reached; a copy lies in this window and saving is tried again. */
  state: 'none' | 'saved' | 'waiting';
  /** When it was saved last, ms UTC. */
  savedAt: number | null;
}

/** The part of sessionStorage that is used; it outlives a reload of the window. */
export type CopyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface DraftKeeperOptions {
  /** Name of the copy in `copies`. */
  copyKey: string;
  copies: CopyStore;
  save(value: string): Promise<{ savedAt: number }>;
  drop(): Promise<unknown>;
  /** How long a pause in typing is, ms. */
  pauseMs?: number;
  /** Waits between tries while the core is gone, ms; the last one repeats. */
  retryMs?: readonly number[];
}

export interface DraftKeeper {
  /** The form as it stands; null when there is nothing worth keeping. */
  change(value: string | null): void;
  /** Takes over what the core had kept, so that opening a form alone saves nothing. */
  adopt(value: string, savedAt: number): void;
  /** Saves at once what is not saved yet. */
  flush(): void;
  /** Forgets the draft for good: it was saved as an interaction, or thrown away. */
  forget(): void;
  /** Copy left behind by a window that could not reach the core; newer than anything saved. */
  copy(): string | null;
  status(): DraftStatus;
  subscribe(listener: () => void): () => void;
}

const RETRY_MS = [1000, 2000, 4000, 8000];

/** Saves a draft on each pause, and goes on trying when the core is away. */
export function createDraftKeeper({ copyKey, copies, save, drop, pauseMs = 600, retryMs = RETRY_MS }: DraftKeeperOptions): DraftKeeper {
  const listeners = new Set<() => void>();
  let status: DraftStatus = { state: 'none', savedAt: null };
  let wanted: string | null = null;
  let kept: string | null = null;
  let tries = 0;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (next: DraftStatus): void => {
    status = next;
    listeners.forEach((listener) => listener());
  };

  const keepCopy = (value: string): void => {
    try {
      copies.setItem(copyKey, value);
    } catch {
      // A full or forbidden store: the words are still in the form, and the next try goes to the core.
    }
  };

  const plan = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), ms);
  };

  /** What was waiting was typed back to what the core has: nothing waits any more. */
  const settle = (): void => {
    if (tries === 0) return;
    tries = 0;
    copies.removeItem(copyKey);
    tell({ ...status, state: kept === null ? 'none' : 'saved' });
  };

  async function keep(): Promise<void> {
    clearTimeout(timer);
    if (busy) return;
    if (wanted === kept) {
      settle();
      return;
    }
    busy = true;
    const value = wanted;
    try {
      if (value === null) await drop();
      else {
        const { savedAt } = await save(value);
        tell({ state: 'saved', savedAt });
      }
      kept = value;
      tries = 0;
      copies.removeItem(copyKey);
      if (value === null) tell({ state: 'none', savedAt: null });
    } catch {
      if (value !== null) keepCopy(value);
      tell({ ...status, state: value === null ? 'none' : 'waiting' });
      plan(retryMs[Math.min(tries, retryMs.length - 1)] ?? 1000);
      tries += 1;
    }
    busy = false;
    if (tries === 0 && wanted !== kept) plan(wanted === null ? 0 : pauseMs);
  }

  return {
    change(value) {
      if (value === wanted) return;
      wanted = value;
      // While the core is away the next try is planned already; the copy must not wait for it.
      if (tries > 0 && value !== null) keepCopy(value);
      if (tries === 0) plan(pauseMs);
    },
    adopt(value, savedAt) {
      wanted = value;
      kept = value;
      tell({ state: 'saved', savedAt });
    },
    flush: () => void keep(),
    forget() {
      wanted = null;
      copies.removeItem(copyKey);
      // Nothing known to be saved may still mean that an earlier window saved something.
      if (kept === null) kept = '';
      tell({ state: 'none', savedAt: null });
      void keep();
    },
    copy: () => copies.getItem(copyKey),
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
