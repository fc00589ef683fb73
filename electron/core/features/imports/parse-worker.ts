import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { ParseJob, ParseMessage, StageJob } from './parse-job.ts';
import { Outbox } from './outbox.ts';
import { parseOrders } from './parse-orders.ts';
import { parseRows } from './parse-rows.ts';
import { stageFile } from './stage-file.ts';

const port = parentPort;
if (!port) throw new Error('the parse worker runs in a worker thread only');

const post = (message: ParseMessage): void => port.postMessage(message);

const outbox = new Outbox(post);
port.on('message', () => outbox.giveRoom());

async function parse(job: ParseJob): Promise<void> {
  const events = job.kind === 'orders' || job.kind === 'orderLines' ? parseOrders(job, job.kind) : parseRows(job, job.kind);
  try {
    for await (const event of events) {
      if (event.type === 'batch') await outbox.add(event);
      else post(event);
    }
  } finally {
    // What could be read goes before the word that the rest could not.
    await outbox.emptied();
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
