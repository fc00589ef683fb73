import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.ts';
import { expect, test } from './support/app.ts';
import { startLoopback } from './support/loopback-process.ts';

test('a tab opens by the launch page, keeps its key to itself and survives a reload', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
  expect(await page.content()).not.toContain('ballast-bearer');
  expect(await page.evaluate(() => [document.cookie, ...Object.values(localStorage)].join())).not.toMatch(/[\w-]{43}/);
  expect(readdirSync(join(app.dataDir, 'launch'))).toEqual(['host.pid']);

  await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();
});

test('a second start on the same data gets a way into the running program and starts none', async ({ app }) => {
  const second = spawnSync(process.execPath, [join(root, 'out', 'node', 'loopback.js'), '--data-dir', app.dataDir], { encoding: 'utf8' });
  expect(second.status).toBe(0);
  const { state, launch } = JSON.parse(second.stdout) as { state: string; launch: string };
  expect(state).toBe('running-elsewhere');
  const other = await app.page.context().newPage();
  await other.goto(`file://${launch}`);
  await expect(other.getByRole('heading').first()).toBeVisible();
  expect(new URL(other.url()).origin).toBe(new URL(app.page.url()).origin);
});

test('a tab at the bare address says that it has to be opened otherwise', async ({ app }) => {
  const other = await app.page.context().newPage();
  await other.goto(new URL(app.page.url()).origin);
  await expect(other.getByRole('alert').or(other.getByRole('heading')).first()).toBeVisible();
  expect(await other.evaluate(() => sessionStorage.length)).toBe(0);
});

test.describe('nonsense from outside', () => {
  test.use({ expectedProblems: [/policy violated|Content Security Policy|This document requires 'TrustedScript'/] });

  test('no script, frame or address but the program\'s own gets past the page\'s policy', async ({ app }) => {
    const blocked = await app.page.evaluate(async () => {
      const stopped: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
      const attempt = (name: string, act: () => void) => {
        try {
          act();
        } catch {
          stopped.push(name);
        }
      };
      attempt('handler', () => document.createElement('div').setAttribute('onclick', '1'));
      attempt('script', () => { document.createElement('script').text = '1'; });
      document.body.appendChild(document.createElement('iframe')).src = 'https://other.test/';
      document.body.appendChild(document.createElement('style')).textContent = 'body { color: red }';
      document.body.appendChild(document.createElement('img')).src = 'https://other.test/a.png';
      await fetch('https://other.test/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [...new Set(stopped)];
    });
    expect(blocked).toEqual(expect.arrayContaining(['handler', 'script', 'connect-src', 'frame-src', 'img-src', 'style-src-elem']));
  });
});

test('the program ends by itself some time after its last tab has gone', async ({ browser, dataDir }) => {
  const host = await startLoopback(dataDir, ['--idle-seconds', '8']);
  const page = await browser.newPage();
  await page.goto(`file://${host.launch}`);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.waitForTimeout(9_000);
  expect((await page.request.get(host.origin)).ok()).toBe(true);
  await page.close();
  expect(await host.ended).toBe(0);
  expect(existsSync(join(dataDir, 'launch', 'host.pid'))).toBe(false);
});
