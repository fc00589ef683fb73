import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseInWorker, stageInWorker } from '#core/features/imports/parse-client.ts';
import type { ParseEvent, ParseJob } from '#core/features/imports/parse-job.ts';
import { plainChoices } from '#shared/domain/import/choices.ts';

const job: ParseJob = { path: 'p', file: 'f.csv', kind: 'accounts', mapping: {}, headers: [], headerRow: 1, delimiter: ',', timeZone: 'UTC', choices: plainChoices };

/** A worker of a few lines in place of the real one. */
const worker = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(`
  import { parentPort, workerData } from 'node:worker_threads';
  const batch = (rows) => ({ type: 'batch', records: [], rows, rejected: 0, problems: [], bytes: rows });
  ${code}`)}`);

async function all(entry: URL, stopAfter = Infinity): Promise<ParseEvent[]> {
  const events: ParseEvent[] = [];
  for await (const event of parseInWorker(entry, job)) {
    events.push(event);
    if (events.length >= stopAfter) break;
  }
  return events;
}

describe('a worker that says nothing any more', () => {
  afterEach(() => vi.useRealTimers());

  const silent = { 'never answers': 'Atomics.add(seen, 0, 1); setInterval(() => Atomics.add(seen, 0, 1), 1);', 'is caught in a loop': 'for (;;) Atomics.add(seen, 0, 1);' };
  const begin = {
    'an import': (entry: URL, seen: object) => parseInWorker(entry, { ...job, ...seen }).next(),
    'the staging of a file': (entry: URL, seen: object) => stageInWorker(entry, { path: 'p', file: 'f.csv', target: 't', sheet: null, ...seen }),
  };
  const codes = { 'an import': 'import-failed', 'the staging of a file': 'file-not-readable' };
  const cases = Object.entries(silent).flatMap(([how, code]) => (['an import', 'the staging of a file'] as const).map((of) => ({ how, code, of })));

  it.each(cases)('as it $how, is ended after a minute and lets $of fail by name', async ({ code, of }) => {
    const seen = new Int32Array(new SharedArrayBuffer(4));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let isOver = false;
    const work = begin[of](worker(`const seen = new Int32Array(workerData.seen); ${code}`), { seen: seen.buffer }).finally(() => { isOver = true; });
    const failed = expect(work).rejects.toMatchObject({ code: codes[of], where: { file: 'f.csv' }, cause: { message: 'the parse worker fell silent' } });
    while (Atomics.load(seen, 0) === 0) await setImmediate();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    await failed;
    // It is gone and burns no more time.
    const last = Atomics.load(seen, 0);
    for (let turn = 0; turn < 1_000; turn += 1) await setImmediate();
    expect(Atomics.load(seen, 0)).toBe(last);
  });
});

describe('parseInWorker', () => {
  it('passes the job on and gives events in their order to the end', async () => {
    const events = await all(worker(`
      parentPort.postMessage({ type: 'checking' });
      parentPort.postMessage(batch(workerData.file.length));
      parentPort.postMessage(batch(2));
      parentPort.postMessage({ type: 'end' });`));
    expect(events.map((event) => (event.type === 'batch' ? event.rows : event.type))).toEqual(['checking', 5, 2]);
  });

  it('asks for the next batch only when one is done', async () => {
    const events = await all(worker(`
      let asked = 0;
      parentPort.postMessage(batch(0));
      parentPort.on('message', () => {
        asked += 1;
        parentPort.postMessage(asked < 5 ? batch(asked) : { type: 'end' });
      });`));
    expect(events.map((event) => event.type === 'batch' && event.rows)).toEqual([0, 1, 2, 3, 4]);
  });

  it('passes on what is wrong with the file, with its place', async () => {
    await expect(all(worker("parentPort.postMessage({ type: 'coded-error', code: 'encoding-not-supported', where: { file: 'f.csv', row: 3 } });")))
      .rejects.toMatchObject({ code: 'encoding-not-supported', where: { file: 'f.csv', row: 3 } });
  });

  it.each([
    ['says that it failed', "parentPort.postMessage({ type: 'error', name: 'TypeError', stack: 'TypeError: boom' });"],
    ['throws', "throw new Error('boom');"],
    ['ends without a word', 'process.exit(7);'],
    ['takes too much memory', 'const hold = []; for (;;) hold.push(new Array(1e5).fill(Math.random()));'],
  ])('survives a worker that %s', async (_, code) => {
    await expect(all(worker(code))).rejects.toMatchObject({ code: 'import-failed', where: { file: 'f.csv' } });
  });

  it('keeps where its own code failed, for the log', async () => {
    await expect(all(worker("parentPort.postMessage({ type: 'error', name: 'TypeError', stack: 'TypeError: x\\n    at parse (parse.ts:1:1)' });")))
      .rejects.toMatchObject({ cause: { name: 'TypeError', stack: expect.stringContaining('at parse (parse.ts:1:1)') } });
  });

  it('ends the worker when nobody listens any more', async () => {
    const entry = worker('for (let n = 0; n < 100; n += 1) parentPort.postMessage(batch(n)); setInterval(() => undefined, 1000);');
    expect(await all(entry, 2)).toHaveLength(2);
  });
});
