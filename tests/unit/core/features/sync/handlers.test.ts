import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSyncHandlers } from '#core/features/sync/handlers.ts';
import { contract } from '#shared/contract/index.ts';
import type { SyncProgress } from '#shared/domain/sync/model.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let made: FeatureBook;
let dir: string;
beforeEach(() => {
  made = featureBook();
  dir = mkdtempSync(join(tmpdir(), 'ballast-shared-'));
});
afterEach(() => {
  made.dispose();
  rmSync(dir, { recursive: true, force: true });
});

const handlers = () => createSyncHandlers({ ...made.deps, onErased: () => undefined });
async function toEnd(events: AsyncIterable<SyncProgress>): Promise<SyncProgress[]> {
  const all: SyncProgress[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('syncing by the contract', () => {
  it('tells its progress and its summary, and remembers the folder', async () => {
    const { run, status } = handlers();
    expect(await status(undefined, signal)).toEqual({ folder: null, syncedAt: null });
    const events = await toEnd(await run({ folder: dir }, signal));
    expect(events.map(({ type }) => type)).toEqual(['progress', 'done']);
    expect(events.at(-1)).toMatchObject({ summary: { sent: { bundles: 1 }, aside: [], cancelled: false } });
    expect(readdirSync(dir)).toHaveLength(1);
    const said = await status(undefined, signal);
    expect(said).toEqual({ folder: dir, syncedAt: made.clock.ms });
    expect(contract.sync.status['~orpc'].outputSchema).toBeDefined();
  });

  it('runs once at a time, and again when it has ended', async () => {
    const { run } = handlers();
    const first = await run({ folder: dir }, signal);
    expect(() => run({ folder: dir }, signal)).toThrow(expect.objectContaining({ code: 'sync-running' }));
    await toEnd(first);
    await toEnd(await run({ folder: dir }, signal));
  });

  it('can be cancelled, and goes on the next time', async () => {
    const { run, cancel } = handlers();
    const events = await run({ folder: dir }, signal);
    await cancel(undefined, signal);
    expect(await toEnd(events)).toMatchObject([{ type: 'done', summary: { cancelled: true, sent: { bundles: 0 } } }]);
    expect((await toEnd(await run({ folder: dir }, signal))).at(-1)).toMatchObject({ summary: { cancelled: false, sent: { bundles: 1 } } });
  });

  it('says so when the folder is not there, and can be tried again', async () => {
    const { run } = handlers();
    await expect(toEnd(await run({ folder: join(dir, 'gone') }, signal))).rejects.toMatchObject({ code: 'sync-folder-not-found' });
    await toEnd(await run({ folder: dir }, signal));
  });
});
