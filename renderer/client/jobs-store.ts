import { createStore } from './create-store.ts';

/** How far a long piece of work is. */
export interface JobProgress {
  /** Rows, files, whatever is counted. */
  done: number;
  /** All of them; null while unknown. */
  total: number | null;
  /** 0 to 1; null while unknown. */
  fraction: number | null;
}

/** Long work that goes on while the person does something else; drawn as a card at the foot of the page. */
export interface Job extends JobProgress {
  id: number;
  /** Already worded: “Importing orders.csv”. */
  verb: string;
  /** Units a second since the start; null in the first half second. */
  rate: number | null;
  cancelling: boolean;
}

const store = createStore<Job[]>([]);
const aborts = new Map<number, AbortController>();
let lastId = 0;

const change = (id: number, patch: Partial<Job>): void => store.set(store.read().map((job) => (job.id === id ? { ...job, ...patch } : job)));

export const jobsStore = {
  read: store.read,
  subscribe: store.subscribe,
  /**
   * Shows a card while `work` runs. The signal aborts when the person cancels.
   * @returns what `work` returns; @throws what it throws
   */
  async start<T>(verb: string, work: (report: (progress: JobProgress) => void, signal: AbortSignal) => Promise<T>, now: () => number = Date.now): Promise<T> {
    lastId += 1;
    const id = lastId;
    const abort = new AbortController();
    const startedAt = now();
    aborts.set(id, abort);
    store.set([...store.read(), { id, verb, done: 0, total: null, fraction: null, rate: null, cancelling: false }]);
    try {
      return await work((progress) => {
        const seconds = (now() - startedAt) / 1000;
        change(id, { ...progress, rate: seconds > 0.5 ? progress.done / seconds : null });
      }, abort.signal);
    } finally {
      aborts.delete(id);
      store.set(store.read().filter((job) => job.id !== id));
    }
  },
  cancel(id: number): void {
    change(id, { cancelling: true });
    aborts.get(id)?.abort();
  },
};
