import { Worker } from 'node:worker_threads';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { ParseEvent, ParseJob, ParseMessage, Staged, StageJob } from './parse-job.ts';

const MEMORY_MB = 256;
/** Without a word from the worker for twice this long, the file is one that cannot be read. */
const STALL_MS = 30_000;

/** Messages of a worker in the order in which they came, ended by its failure or its silence. */
class Inbox {
  readonly #messages: ParseMessage[] = [];
  readonly #file: string;
  #failure: unknown = null;
  #wake: (() => void) | null = null;

  constructor(worker: Worker, file: string) {
    this.#file = file;
    worker.on('message', (message: ParseMessage) => {
      this.#messages.push(message);
      this.#wake?.();
    });
    const fail = (cause: unknown): void => {
      this.#failure ??= new CodedError('import-failed', { where: { file }, cause });
      this.#wake?.();
    };
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`the parse worker ended with ${code}`)));
  }

  /** Waits for a message, the worker's failure, or its silence. */
  async #word(): Promise<void> {
    let patience = 2;
    await new Promise<void>((resolve, reject) => {
      // Twice, since a computer that slept wakes with the first wait over and the worker's words still on their way.
      const stalled = setInterval(() => {
        patience -= 1;
        if (patience > 0) return;
        clearInterval(stalled);
        reject(new CodedError('import-failed', { where: { file: this.#file }, cause: new Error('the parse worker fell silent') }));
      }, STALL_MS);
      this.#wake = () => {
        clearInterval(stalled);
        this.#wake = null;
        resolve();
      };
    });
  }

  /** @throws CodedError `import-failed` when the worker ran out of memory, crashed or fell silent */
  async next(): Promise<ParseMessage> {
    const message = this.#messages.shift();
    if (message) return message;
    if (this.#failure) throw this.#failure;
    await this.#word();
    return this.next();
  }
}

/** What a worker thread with a memory and a time limit says of its job. Leaving the loop ends the worker. */
async function* wordsOf(entry: URL, job: ParseJob | StageJob): AsyncGenerator<ParseEvent | Staged> {
  const worker = new Worker(entry, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  try {
    const inbox = new Inbox(worker, job.file);
    for (;;) {
      const message = await inbox.next();
      if (message.type === 'end') return;
      if (message.type === 'coded-error') throw new CodedError(message.code, { where: message.where, params: message.params });
      if (message.type === 'error') throw new CodedError('import-failed', { where: { file: job.file }, cause: Object.assign(new Error('the parser failed'), { name: message.name, stack: message.stack }) });
      yield message;
      if (message.type === 'batch') worker.postMessage('next');
    }
  } finally {
    await worker.terminate();
  }
}

/**
 * Parses a file in a worker thread. Leaving the loop ends the worker.
 * @param entry the worker's module, as source or built
 * @throws CodedError of the file's own fault (`encoding-not-supported`), or `import-failed`
 */
export async function* parseInWorker(entry: URL, job: ParseJob): AsyncGenerator<ParseEvent> {
  for await (const word of wordsOf(entry, job)) if (word.type !== 'staged') yield word;
}

/**
 * Makes a file into text that can be read row by row, in a worker thread.
 * @throws CodedError of the file's own fault, `file-not-readable` where it takes too much memory or time
 */
export async function stageInWorker(entry: URL, job: StageJob): Promise<Staged> {
  try {
    for await (const word of wordsOf(entry, job)) if (word.type === 'staged') return word;
  } catch (cause) {
    if (!(cause instanceof CodedError) || cause.code !== 'import-failed') throw cause;
    throw new CodedError('file-not-readable', { where: cause.where, cause: cause.cause });
  }
  throw new CodedError('file-not-readable', { where: { file: job.file } });
}
