import { spawn, spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { localDataDir } from '#core/adapters/data-dir.ts';
import { findBrowser } from '#core/adapters/browsers.ts';
import { isBuilt } from './lib/built.ts';
import { obtainElectron } from './lib/electron-program.ts';
import { spawnHost, type HostMessage } from './lib/host-process.ts';
import { hasDisplay, openWindow } from './lib/open-window.ts';
import { root } from './lib/project.ts';
import { terminalWords } from './lib/words.ts';

const downloadSeconds = 120;
/** An Electron that ends with an error this soon never showed a window. */
const failedStartMs = 10_000;

const words = terminalWords();
const say = (key: string, values?: Record<string, string>): void => void process.stdout.write(`${words(key, values)}\n`);

function runElectron(program: string): Promise<{ code: number; ms: number }> {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, [root], { stdio: 'inherit' });
    const end = (code: number) => resolve({ code, ms: Date.now() - startedAt });
    child.on('error', () => end(1));
    child.on('exit', (code) => end(code ?? 0));
  });
}

/** @returns the exit code of a session in Electron, or null when there was none */
async function tryElectron(): Promise<number | null> {
  const again = process.argv.includes('--electron');
  const program = await obtainElectron(downloadSeconds * 1000, () => say('downloading', { seconds: String(downloadSeconds) }), again);
  if (!program) {
    say('noElectron');
    return null;
  }
  const { code, ms } = await runElectron(program);
  if (code === 0 || ms > failedStartMs) return code;
  say('electronFailed');
  return null;
}

async function openInBrowser(): Promise<number> {
  const dataDir = localDataDir({ platform: process.platform, env: process.env, home: homedir() });
  const browser = findBrowser();
  const launchDir = browser?.sandboxHome ? ['--launch-dir', join(browser.sandboxHome, 'launch')] : [];
  const show = ({ state, launch }: HostMessage): void => {
    if (!hasDisplay()) return say('noDisplay', { launch });
    if (!browser) return say('noBrowser', { launch });
    openWindow(browser, launch, dataDir);
    say(state === 'open' ? 'opened' : 'alreadyOpen');
  };
  const host = spawnHost([join(root, 'out', 'node', 'loopback.js'), '--data-dir', dataDir, ...launchDir], show);
  // The terminal sends Ctrl+C to both; the host closes the book, and this waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => host.end());
  if (!await host.ready.catch(() => null)) {
    process.stderr.write(`${words('hostEnded')}\n`);
    return 1;
  }
  return host.ended;
}

if (!isBuilt()) {
  say('building');
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts'), '--quiet'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const inBrowser = process.argv.includes('--browser');
process.exitCode = (inBrowser || !hasDisplay() ? null : await tryElectron()) ?? await openInBrowser();
