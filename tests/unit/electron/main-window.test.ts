import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import en from '#resources/locales/en/shell.json' with { type: 'json' };
import type { StandIn } from './stand-in/electron.ts';
import { useBuiltShell } from './stand-in/use-built-shell.ts';

const { shell, dataDir, load, loadWindow } = useBuiltShell();
afterEach(() => { vi.useRealTimers(); });

describe('start', () => {
  it('takes the lock, the sandbox and the scheme before the program is ready', async () => {
    const { recorded } = await load({ ready: false });
    expect(recorded.beforeReady).toEqual(['lock', 'sandbox', 'scheme']);
    expect(recorded.windows).toHaveLength(0);
  });

  it('keeps its profile with the books, in a folder of its owner only', async () => {
    const { recorded } = await load();
    expect(recorded.paths).toEqual({ userData: join(dataDir(), 'electron') });
    if (process.platform !== 'win32') expect(statSync(join(dataDir(), 'electron')).mode & 0o777).toBe(0o700);
  });

  it('leaves a second instance at once and makes no window for it', async () => {
    const { recorded } = await load({ firstInstance: false });
    expect(recorded).toMatchObject({ ended: true, windows: [], processes: [] });
  });

  it('brings the window of the first instance forward when a second is started', async () => {
    const { electron, recorded, window } = await loadWindow();
    window.minimized = true;
    electron.app.emit('second-instance', {});
    expect(window.calls).toEqual(['restore', 'show', 'focus']);
    expect(recorded.windows).toHaveLength(1);
  });

  it('brings its window forward, or opens one, when another program wants its book', async () => {
    const { recorded, process, window } = await loadWindow({ platform: 'linux' });
    window.minimized = true;
    process.emit('message', { type: 'show' });
    expect(window.calls).toEqual(['restore', 'show', 'focus']);
    expect([recorded.windows.length, recorded.focused.length]).toEqual([1, 0]);
    window.close();
    process.emit('message', { type: 'show' });
    expect(recorded.windows).toHaveLength(2);
  });

  it('takes the front for it on macOS, where a window alone does not', async () => {
    const { recorded, process } = await loadWindow({ platform: 'darwin' });
    process.emit('message', { type: 'show' });
    expect(recorded.focused).toEqual([{ steal: true }]);
  });

  it('says so and ends when files of the program are missing', async () => {
    const page = join(shell().dir, 'out', 'renderer', 'index.html');
    rmSync(page);
    const { recorded } = await load();
    writeFileSync(page, '<!doctype html><html><head></head><body></body></html>');
    expect(recorded).toMatchObject({ errorBoxes: [en.startFailed.title], exitCode: 1, windows: [] });
  });
});

describe('window', () => {
  it('has isolation, sandbox and web security on and everything else off', async () => {
    const { window } = await loadWindow();
    expect(window.options.webPreferences).toEqual({
      preload: shell().preload,
      contextIsolation: true, sandbox: true, webSecurity: true,
      nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false,
      allowRunningInsecureContent: false, experimentalFeatures: false, navigateOnDragDrop: false, plugins: false, webviewTag: false,
      devTools: false,
      spellcheck: false,
    });
  });

  it('checks spelling only where no dictionary is fetched, and has developer tools only in development', async () => {
    const { window } = await loadWindow({ platform: 'darwin', packaged: false });
    expect(window.options.webPreferences).toMatchObject({ spellcheck: true, devTools: true });
  });

  it('loads the page under its own scheme and shows it when it is drawn', async () => {
    const { window } = await loadWindow();
    expect(window.webContents.url).toBe('app://ballast/');
    expect(window.options['show']).toBe(false);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['show']);
  });

  it('opens anew when it was closed, and only then', async () => {
    const { electron, recorded, window } = await loadWindow({ platform: 'darwin' });
    electron.app.emit('activate', {});
    expect(recorded.windows).toHaveLength(1);
    window.close();
    electron.app.emit('activate', {});
    expect(recorded.windows).toHaveLength(2);
  });

  it('is loaded again when its process is lost, until that happens too often', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { recorded, window, person } = await loadWindow();
    const { webContents } = window;
    const lose = (reason: string) => webContents.emit('render-process-gone', {}, { reason });
    lose('clean-exit');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(webContents.reloads).toBe(0);
    for (let n = 0; n < 5; n++) {
      lose('crashed');
      await vi.advanceTimersByTimeAsync(200 * 2 ** n);
      expect(webContents.reloads).toBe(n + 1);
    }
    expect(recorded.dialogs).toHaveLength(0);
    person.presses = 0;
    lose('oom');
    await vi.advanceTimersByTimeAsync(0);
    expect(recorded.dialogs).toMatchObject([{ message: en.stopped.window }]);
    expect(webContents.reloads).toBe(6);
  });
});

describe('scheme', () => {
  const get = async (standIn: StandIn, url: string, method = 'GET') => {
    const handler = standIn.recorded.protocols.get('app');
    if (!handler) throw new Error('no handler');
    return handler(new Request(url, { method }));
  };

  it('has an origin of its own and passes no policy by', async () => {
    const { recorded } = await load();
    expect(recorded.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
    expect([...recorded.protocols.keys()]).toEqual(['app']);
  });

  it('serves the page with a strict policy and a fresh nonce for each load', async () => {
    const standIn = await load();
    const policies = await Promise.all(['app://ballast/', 'app://ballast/accounts/0198'].map(async (url) => {
      const response = await get(standIn, url);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch('text/html');
      return response.headers.get('content-security-policy') ?? '';
    }));
    for (const policy of policies) {
      expect(policy).toMatch(/default-src 'none'/);
      expect(policy).toMatch(/script-src 'self';/);
      expect(policy).toMatch(/require-trusted-types-for 'script'/);
    }
    const [first, second] = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(first).toMatch(/^[\w-]{16,}$/);
    expect(second).not.toBe(first);
  });

  it('serves the built files and nothing else', async () => {
    const standIn = await load();
    const file = await get(standIn, 'app://ballast/assets/app.js');
    expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([200, 'text/javascript; charset=utf-8', 'export {};']);
    for (const url of ['app://ballast/assets/none.js', 'app://other/', 'app://ballast/%2e%2e/%2e%2e/package.json', 'app://ballast/..%2f..%2fpackage.json']) {
      expect((await get(standIn, url)).status, url).toBe(404);
    }
    expect((await get(standIn, 'app://ballast/', 'POST')).status).toBe(405);
  });
});
