import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { ParseJob, ParseMessage, StageJob } from './parse-job.ts';
import { parseOrders } from './parse-orders.ts';
import { parseRows } from './parse-rows.ts';
import { stageFile } from './stage-file.ts';

/** Batches that may wait for the writer before the worker pauses: enough to keep both busy, little enough to stay small. */
const AHEAD = 4;

const port = parentPort;
if (!port) throw new Error('the parse worker runs in a worker thread only');

const post = (message: ParseMessage): void => port.postMessage(message);

/** Room for batches ahead of the writer, who gives some back with each batch that is done. */
class Room {
  #left = AHEAD;
  #wake: (() => void) | null = null;

  give(): void {
    this.#left += 1;
    this.#wake?.();
  }

  async take(): Promise<void> {
    if (this.#left === 0) await new Promise<void>((resolve) => { this.#wake = resolve; });
    this.#left -= 1;
  }
}

const room = new Room();
port.on('message', () => room.give());

async function parse(job: ParseJob): Promise<void> {
  const events = job.kind === 'orders' || job.kind === 'orderLines' ? parseOrders(job, job.kind) : parseRows(job, job.kind);
  for await (const event of events) {
    if (event.type === 'batch') await room.take();
    post(event);
  }
  post({ type: 'end' });
}

async function stage(job: StageJob): Promise<void> {
  for await (const event of stageFile(job)) post(event);
  post({ type: 'end' });
}

const job = workerData as ParseJob | StageJob;
('target' in job ? stage(job) : parse(job))
  .catch((error: unknown) => {
    if (error instanceof CodedError) post({ type: 'coded-error', code: error.code, where: error.where, params: error.params });
    else post({ type: 'error', name: error instanceof Error ? error.name : typeof error, stack: error instanceof Error ? error.stack ?? '' : '' });
  })
  .finally(() => port.close());
