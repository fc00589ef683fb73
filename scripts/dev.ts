import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer as createDevServer } from 'vite';
import { findBrowser } from '#core/adapters/browsers.ts';
import { spawnHost, type HostMessage } from './lib/host-process.ts';
import { hasDisplay, openWindow } from './lib/open-window.ts';
import { root } from './lib/project.ts';
import { terminalWords } from './lib/words.ts';

// A data folder of its own: unfinished code must not meet a person's book.
const dataDir = join(root, '.cache', 'dev');
const coreFolders = ['electron/core', 'electron/loopback', 'shared', 'resources/migrations'].map((folder) => join(root, folder));
/** Editors save several files at once; one restart is enough. */
const settleMs = 300;

const words = terminalWords();

/** A port that is free now; the page's policy and the hot reload socket have to name it beforehand. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function show({ launch }: HostMessage): void {
  const browser = findBrowser();
  if (browser && hasDisplay()) openWindow(browser, launch, dataDir);
  process.stdout.write(`${browser && hasDisplay() ? words('devOpened') : words(browser ? 'noDisplay' : 'noBrowser', { launch })}\n`);
}

const port = await freePort();
const server = await createDevServer({
  configFile: join(root, 'vite.config.ts'),
  root: join(root, 'renderer'),
  server: { port, strictPort: true, ws: { host: '127.0.0.1', clientPort: port } },
});
await server.listen();

const startHost = () => spawnHost([
  join(root, 'electron', 'loopback', 'main.ts'),
  '--data-dir', dataDir, '--idle-seconds', '86400', '--renderer-from', `http://127.0.0.1:${port}`,
], show);

let host = startHost();
let settling: NodeJS.Timeout | undefined;
server.watcher.add(coreFolders);
server.watcher.on('all', (_event, path) => {
  if (!coreFolders.some((folder) => path.startsWith(folder))) return;
  clearTimeout(settling);
  settling = setTimeout(() => {
    host.end();
    void host.ended.then(() => { host = startHost(); });
  }, settleMs);
});

async function end(): Promise<void> {
  clearTimeout(settling);
  host.end();
  await host.ended;
  await server.close();
  process.exit(0);
}
process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());
