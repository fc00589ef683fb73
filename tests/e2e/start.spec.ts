import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOwner } from '#core/db/show-owner.ts';
import { root } from '../../scripts/lib/project.ts';
import { expect, test } from './support/app.ts';
import { connectBeside } from './support/in-chromium.ts';

test.skip(process.platform !== 'linux', 'displays can be taken away on Linux only');

let started: ChildProcess | null = null;
test.afterEach(async () => {
  if (started?.exitCode !== null) return;
  const ended = new Promise((resolve) => started?.once('exit', resolve));
  started.kill();
  await ended;
});

/** Runs the script behind `npm start`. @returns what it has printed so far */
function start(env: Record<string, string>): () => string {
  let printed = '';
  started = spawn(process.execPath, [join(root, 'scripts', 'start.ts'), '--browser'], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', LC_ALL: 'C', ...env },
  });
  started.stdout?.on('data', (chunk: Buffer) => { printed += chunk.toString(); });
  return () => printed;
}

test('without a display it says how to open the program, in one line', async ({ dataDir, page }) => {
  const printed = start({ BALLAST_DATA_DIR: dataDir });
  const launch = join(dataDir, 'launch', 'ballast.html');
  await expect.poll(printed, { timeout: 60_000 }).toContain(launch);
  expect(printed().trim().split('\n').filter((line) => !line.startsWith('Building'))).toHaveLength(1);
  await page.goto(`file://${launch}`);
  await expect(page.getByRole('heading').first()).toBeVisible();
});

test('with one it opens a window of the installed browser, in a profile of its own', async ({ dataDir }) => {
  const browser = join(dataDir, 'browser.sh');
  const given = join(dataDir, 'given');
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${given}'\n`);
  chmodSync(browser, 0o755);
  const printed = start({ BALLAST_DATA_DIR: dataDir, DISPLAY: ':99', BALLAST_BROWSER: browser });
  await expect.poll(() => existsSync(given) && readFileSync(given, 'utf8'), { timeout: 60_000 }).toContain('--app=file://');
  const argumentsGiven = readFileSync(given, 'utf8').split('\n');
  expect(argumentsGiven).toContain(`--app=file://${join(dataDir, 'launch', 'ballast.html')}`);
  expect(argumentsGiven).toContain(`--user-data-dir=${join(dataDir, 'browser')}`);
  expect(argumentsGiven.join()).not.toContain('127.0.0.1');
  await expect.poll(printed).toContain('Ballast is open');
});

test('it opens another window when another program wants the book that it has', async ({ dataDir }) => {
  const browser = join(dataDir, 'browser.sh');
  const given = join(dataDir, 'given');
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${given}'\n`);
  chmodSync(browser, 0o755);
  const opened = () => (existsSync(given) ? readFileSync(given, 'utf8').trim().split('\n') : []);
  start({ BALLAST_DATA_DIR: dataDir, DISPLAY: ':99', BALLAST_BROWSER: browser });
  await expect.poll(opened, { timeout: 60_000 }).toHaveLength(1);
  const api = await connectBeside(dataDir);
  const { path } = await api.book.create({ title: 'East', timeZone: 'UTC', currency: 'EUR', owner: 'Anna' });
  expect(await askOwner(path)).toBe(true);
  await expect.poll(opened).toHaveLength(2);
  expect(opened()[1]).toMatch(/^--app=file:.*\/launch\/show-[0-9a-f]{32}\.html$/);
});
