import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import en from '#resources/locales/en/shell.json' with { type: 'json' };
import zhCN from '#resources/locales/zh-CN/shell.json' with { type: 'json' };
import { settle } from './stand-in/load-main.ts';
import { ownFrame, useBuiltShell } from './stand-in/use-built-shell.ts';

const { shell, dataDir, load, loadWindow } = useBuiltShell();
afterEach(() => { vi.useRealTimers(); });

function logged(): string {
  const path = join(dataDir(), 'logs', 'ballast.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

type Loaded = Awaited<ReturnType<typeof loadWindow>>;

/** Numbers of the channels of which the core got the first end and the window the second. */
function channels({ process, window }: Pick<Loaded, 'process' | 'window'>): number[] {
  const given = process.of('port').map(({ ports }) => ports);
  const got = window.webContents.posted.map(({ channel, ports }) => (channel === 'ballast:port' ? ports : []));
  expect(given.flat().every(({ end }) => end === 1)).toBe(true);
  expect(got.flat().every(({ end }) => end === 2)).toBe(true);
  expect(got.flat().map(({ channel }) => channel)).toEqual(expect.arrayContaining(given.flat().map(({ channel }) => channel)));
  return given.flat().map(({ channel }) => channel);
}

describe('the core', () => {
  it('runs in a utility process of its own, which alone is given the core', async () => {
    const { recorded } = await load();
    expect(recorded.processes.map(({ modulePath }) => modulePath)).toEqual([shell().coreEntry]);
    expect(shell().coreEntry).toBe(join(shell().dir, 'out', 'main', 'core-entry.js'));
  });

  it('gets one end of a channel, and the window the other, whenever the page says that it listens', async () => {
    const loaded = await loadWindow();
    expect(channels(loaded)).toHaveLength(0);
    loaded.wantPort();
    expect(channels(loaded)).toHaveLength(1);
    loaded.wantPort();
    expect(new Set(channels(loaded)).size).toBe(2);
  });

  it('is out of reach for any other frame', async () => {
    const loaded = await loadWindow();
    for (const frame of [{ parent: ownFrame, origin: 'app://ballast' }, { parent: null, origin: 'https://example.com' }, null]) loaded.wantPort(frame);
    expect(channels(loaded)).toHaveLength(0);
  });

  it('is started again after a crash, and every window gets a port to it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { recorded, process, window, wantPort } = await loadWindow();
    wantPort();
    process.emit('exit', 9);
    expect(recorded.processes).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    const [, second] = recorded.processes;
    if (!second) throw new Error('no second process');
    expect(channels({ process: second, window })).toHaveLength(1);
    expect(logged()).toContain('the core stopped with code 9');
    expect(window.webContents.posted).toHaveLength(2);
  });

  it('hands no port to a window that has gone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { recorded, process, window, wantPort } = await loadWindow({ platform: 'darwin' });
    wantPort();
    window.close();
    process.emit('exit', 9);
    await vi.advanceTimersByTimeAsync(200);
    expect(recorded.processes[1]?.of('port')).toEqual([]);
  });

  it('is given up after five restarts in a minute, with a message and another try', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { recorded, person } = await loadWindow();
    for (let n = 0; n < 5; n++) {
      recorded.processes.at(-1)?.emit('exit', 9);
      await vi.advanceTimersByTimeAsync(200 * 2 ** n - 1);
      expect(recorded.processes).toHaveLength(n + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(recorded.processes).toHaveLength(n + 2);
    }
    person.presses = 0;
    recorded.processes.at(-1)?.emit('exit', 9);
    await vi.advanceTimersByTimeAsync(0);
    expect(recorded.dialogs).toMatchObject([{ message: en.stopped.core, buttons: [en.stopped.retry, en.stopped.quit] }]);
    expect(recorded.processes).toHaveLength(7);
    person.presses = 1;
    for (let n = 0; n < 5; n++) {
      recorded.processes.at(-1)?.emit('exit', 9);
      await vi.advanceTimersByTimeAsync(200 * 2 ** n);
    }
    expect([recorded.processes.length, recorded.ended]).toEqual([12, false]);
    recorded.processes.at(-1)?.emit('exit', 9);
    await vi.advanceTimersByTimeAsync(0);
    expect([recorded.processes.length, recorded.ended]).toEqual([12, true]);
  });
});

describe('settings', () => {
  it('reach menus, tray and title bar', async () => {
    const { electron, recorded, process } = await loadWindow();
    expect(electron.nativeTheme.themeSource).toBe('system');
    process.emit('message', { type: 'settings', settings: { language: 'zh-CN', theme: 'dark', startAtLogin: false, stayInTray: false } });
    expect(electron.nativeTheme.themeSource).toBe('dark');
    expect(recorded.menu.map(({ label }) => label)).toContain(zhCN.menu.edit);
    expect(recorded.trays[0]?.menu.map(({ label }) => label)).toContain(zhCN.tray.show);
    process.emit('message', { type: 'settings', settings: { language: 'en', theme: 'auto', startAtLogin: false, stayInTray: false } });
    expect(electron.nativeTheme.themeSource).toBe('system');
    expect(recorded.trays[0]?.tip).toBe(en.tray.name);
  });
});

describe('places on this computer', () => {
  const ask = async (loaded: Loaded, senderFrame: unknown, kind: unknown): Promise<unknown> => loaded.recorded.handlers.get('ballast:choose-place')?.({ senderFrame }, kind);

  it('are asked for by the dialog of the system, in the person’s language', async () => {
    const loaded = await loadWindow();
    loaded.person.chooses = join('/', 'media', 'stick');
    expect(await ask(loaded, ownFrame, 'folder')).toBe(loaded.person.chooses);
    loaded.process.emit('message', { type: 'settings', settings: { language: 'zh-CN', theme: 'dark', startAtLogin: false, stayInTray: false } });
    expect(await ask(loaded, ownFrame, 'book')).toBe(loaded.person.chooses);
    expect(loaded.recorded.dialogs).toMatchObject([
      { title: en.choose.folder, properties: ['openDirectory', 'createDirectory'] },
      { title: zhCN.choose.book, filters: [{ name: zhCN.choose.books, extensions: ['ballast'] }], properties: ['openFile', 'dontAddToRecent'] },
    ]);
  });

  it('are none when the dialog is cancelled', async () => {
    expect(await ask(await loadWindow(), ownFrame, 'folder')).toBeNull();
  });

  it('are not asked for by another frame, nor of another kind', async () => {
    const loaded = await loadWindow();
    await expect(ask(loaded, { parent: null, origin: 'https://example.com' }, 'book')).rejects.toThrow('only the page itself');
    for (const kind of ['file', 'constructor', null, 7]) await expect(ask(loaded, ownFrame, kind)).rejects.toThrow('no such dialog');
    expect(loaded.recorded.dialogs).toEqual([]);
  });
});

describe('file tokens', () => {
  const chosen = join('/', 'home', 'anna', 'orders.csv');
  const ask = async (loaded: Loaded, senderFrame: unknown, path: unknown): Promise<unknown> => (
    loaded.recorded.handlers.get('ballast:file-token')?.({ senderFrame }, path)
  );

  it('places and ports are all that main can be asked for', async () => {
    const { recorded } = await load();
    expect([[...recorded.handlers.keys()], [...recorded.listeners.keys()]]).toEqual([['ballast:file-token', 'ballast:choose-place'], ['ballast:want-port']]);
  });

  it('come from the core, for the page itself', async () => {
    const loaded = await loadWindow();
    const answers = [ask(loaded, ownFrame, chosen), ask(loaded, ownFrame, `${chosen}.2`)];
    expect(loaded.process.of('file').map(({ message }) => message)).toEqual([
      { type: 'file', request: 1, path: chosen }, { type: 'file', request: 2, path: `${chosen}.2` },
    ]);
    loaded.process.emit('message', { type: 'file-token', request: 2, token: 'second' });
    loaded.process.emit('message', { type: 'file-token', request: 1, token: 'first' });
    expect(await Promise.all(answers)).toEqual(['first', 'second']);
  });

  it.each([
    ['a frame inside the page', { parent: ownFrame, origin: 'app://ballast' }],
    ['another origin', { parent: null, origin: 'https://example.com' }],
    ['a frame that has gone', null],
  ])('are refused to %s', async (_name, frame) => {
    const loaded = await loadWindow();
    await expect(ask(loaded, frame, chosen)).rejects.toThrow('only the page itself');
    expect(loaded.process.of('file')).toEqual([]);
  });

  it.each([[''], ['orders.csv'], [null], [42]])('are refused for %j, which is no file on this computer', async (path) => {
    const loaded = await loadWindow();
    await expect(ask(loaded, ownFrame, path)).rejects.toThrow('no place');
    expect(loaded.process.of('file')).toEqual([]);
  });

  it('fail, and do not hang, when the core ends meanwhile or is not there', async () => {
    const loaded = await loadWindow();
    const answer = ask(loaded, ownFrame, chosen);
    const failed = expect(answer).rejects.toThrow('the core stopped');
    loaded.process.emit('exit', 9);
    await failed;
    await expect(ask(loaded, ownFrame, chosen)).rejects.toThrow('not running');
  });
});

describe('quit', () => {
  it('waits for the core to finish', async () => {
    const { electron, recorded, process } = await loadWindow();
    electron.app.quit();
    expect(process.of('close')).toHaveLength(1);
    expect(recorded.ended).toBe(false);
    process.emit('exit', 0);
    await expect.poll(() => recorded.ended, { timeout: 10_000 }).toBe(true);
    expect(process.killed).toBe(false);
    expect(recorded.processes).toHaveLength(1);
    expect(logged()).toBe('');
  });

  it('ends a core that does not finish', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { electron, recorded, process } = await loadWindow();
    electron.app.quit();
    await vi.advanceTimersByTimeAsync(9_999);
    expect([process.killed, recorded.ended]).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect([process.killed, recorded.ended]).toEqual([true, true]);
  });

  it('needs no core, and starts none after', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { electron, recorded, process } = await loadWindow();
    process.emit('exit', 9);
    electron.app.quit();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(recorded.ended).toBe(true);
    expect(recorded.processes).toHaveLength(1);
  });

  it('follows the last window, but not on macOS', async () => {
    const linux = await loadWindow({ platform: 'linux' });
    linux.electron.app.emit('window-all-closed');
    expect(linux.process.of('close')).toHaveLength(1);
    const mac = await loadWindow({ platform: 'darwin' });
    mac.electron.app.emit('window-all-closed');
    await settle();
    expect(mac.process.of('close')).toHaveLength(0);
  });
});
