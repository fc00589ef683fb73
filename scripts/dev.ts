import { join } from 'node:path';
import { createServer } from 'vite';
import { findBrowser, hasDisplay } from './lib/browsers.ts';
import { spawnHost } from './lib/host-process.ts';
import { openWindow } from './lib/open-window.ts';
import { root } from './lib/project.ts';
import { terminalWords } from './lib/words.ts';

// A data folder of its own: unfinished code must not meet a person's book.
const dataDir = join(root, '.cache', 'dev');
const words = terminalWords();

const server = await createServer({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer') });
await server.listen();
const address = server.httpServer?.address();
if (!address || typeof address === 'string') throw new Error('the development server has no port');

const host = spawnHost([
  '--watch', '--watch-preserve-output', join(root, 'electron', 'loopback', 'main.ts'),
  '--data-dir', dataDir, '--idle-seconds', '86400', '--renderer-from', `http://127.0.0.1:${address.port}`,
], ({ launch }) => {
  const browser = findBrowser();
  if (browser && hasDisplay()) {
    openWindow(browser, launch, dataDir);
    process.stdout.write(`${words('devOpened')}\n`);
  } else process.stdout.write(`${words(browser ? 'noDisplay' : 'noBrowser', { launch })}\n`);
});

const end = () => host.end();
process.on('SIGINT', end);
process.on('SIGTERM', end);
await host.ended;
await server.close();
