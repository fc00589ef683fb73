import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { os } from '@orpc/server';
import { createChosenFileTable } from '#core/adapters/chosen-file-table.ts';
import { createUploadStore } from '#core/adapters/upload-store.ts';
import { createWebAssets } from '#core/adapters/web-assets.ts';
import { startLoopbackHost } from '#electron/loopback/loopback-host.ts';
import { openTab } from '#tests/fixtures/open-tab.ts';

/** A loopback host before a router of a few procedures, for tests of the host alone. */
export async function startSmallHost(options: { idleMs?: number; keepFree?: number } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-host-'));
  mkdirSync(join(dir, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(dir, 'renderer', 'index.html'), '<!doctype html><html><head><title>Ballast</title></head><body></body></html>');
  writeFileSync(join(dir, 'renderer', 'assets', 'index.js'), 'export {};');

  const seen = { calls: 0, tabs: 0, idle: 0, errors: [] as unknown[], aborted: 0 };
  let finishSlow = () => undefined as void;
  const router = {
    app: {
      state: os.handler(() => { seen.calls++; return { version: '1' }; }),
      slow: os.handler(() => new Promise<string>((resolve) => { finishSlow = () => resolve('done'); })),
      fail: os.handler(() => { throw new TypeError('inside'); }),
      topics: os.handler(async function* ({ signal }) {
        seen.calls++;
        yield { topic: 'app' };
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => { seen.aborted++; resolve(); }));
      }),
    },
  };
  const files = createChosenFileTable();
  const uploads = await createUploadStore(join(dir, 'uploads'), files, options.keepFree);
  const host = await startLoopbackHost({
    router,
    assets: await createWebAssets(join(dir, 'renderer')),
    uploads,
    log: { info: () => undefined, error: (_message, error) => void seen.errors.push(error) },
    idleMs: options.idleMs ?? 60_000,
    onTab: () => void seen.tabs++,
    onIdle: () => void seen.idle++,
  });
  const port = Number(new URL(host.origin).port);

  return {
    ...host,
    port,
    files,
    seen,
    finishSlow: () => finishSlow(),
    uploadDir: join(dir, 'uploads'),
    /** Opens a tab as the launch file does. @returns the bearer in the page, null when refused */
    openTab: async (code = host.issueCode()): Promise<string | null> => (await openTab(host.origin, code)).bearer,
    /** A call as a tab makes it. */
    call(path: string, bearer: string | null, init: RequestInit = {}) {
      return fetch(`${host.origin}/rpc/${path}`, {
        method: 'POST',
        body: '{}',
        ...init,
        headers: { origin: host.origin, 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...(init.headers as Record<string, string>) },
      });
    },
    async close() {
      await host.close();
      uploads.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

export type SmallHost = Awaited<ReturnType<typeof startSmallHost>>;
