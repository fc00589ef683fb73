import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import en from '#resources/locales/en/shell.json' with { type: 'json' };
import zhCN from '#resources/locales/zh-CN/shell.json' with { type: 'json' };
import builder from '../../../electron-builder.config.ts';
import { settle } from './stand-in/load-main.ts';
import { useBuiltShell } from './stand-in/use-built-shell.ts';

const { dataDir, load, loadWindow } = useBuiltShell();
afterEach(() => { vi.useRealTimers(); });

type Loaded = Awaited<ReturnType<typeof loadWindow>>;

const notice = (key: string, more: object = {}) => ({ key, title: `Title ${key}`, body: 'Body', accountId: null, actions: { done: 'Done', snooze: 'Later today' }, ...more });
const answers = ({ process }: Pick<Loaded, 'process'>) => process.of('answer').map(({ message }) => message);
const acts = ({ process }: Pick<Loaded, 'process'>) => process.of('act').map(({ message }) => message);
const settings = (more: object = {}) => ({ type: 'settings', settings: { language: 'en', theme: 'auto', startAtLogin: false, stayInTray: false, ...more } });

describe('a notification', () => {
  const show = (loaded: Loaded, key: string, request = 1, more: object = {}) => {
    loaded.process.emit('message', { type: 'notice', request, notice: notice(key, more) });
    const shown = loaded.recorded.notifications.at(-1);
    if (!shown) throw new Error('nothing was shown');
    return shown;
  };

  it('is the system’s, with its answers as buttons, and the core hears that it was shown', async () => {
    const loaded = await loadWindow();
    const shown = show(loaded, 'a', 4);
    expect(shown).toMatchObject({ options: { title: 'Title a', body: 'Body', actions: [{ type: 'button', text: 'Done' }, { type: 'button', text: 'Later today' }] }, calls: ['show'] });
    expect(answers(loaded)).toEqual([]);
    shown.emit('show');
    await settle();
    expect(answers(loaded)).toEqual([{ type: 'answer', request: 4, answer: true }]);
    expect(show(loaded, 'digest', 5, { actions: null }).options.actions).toEqual([]);
  });

  it('takes the place of one of the same key, also of one from before a crash, by a name that Windows can keep', async () => {
    const loaded = await loadWindow();
    const key = `birthday:${'x'.repeat(80)}`;
    const [first, other] = [show(loaded, key), show(loaded, 'other')];
    const second = show(loaded, key);
    expect([first.calls, other.calls, second.calls]).toEqual([['show', 'close'], ['show'], ['show']]);
    expect(second.options.id).toBe(first.options.id);
    expect(other.options.id).not.toBe(first.options.id);
    expect(first.options.id.length).toBeLessThanOrEqual(64);
  });

  it('that is clicked opens the window and what it is about; its buttons answer without a window', async () => {
    const loaded = await loadWindow({ platform: 'darwin' });
    const shown = show(loaded, 'a');
    loaded.window.close();
    shown.emit('action', { actionIndex: 0 });
    shown.emit('action', { actionIndex: 1 });
    expect(loaded.recorded.windows).toHaveLength(1);
    shown.emit('click');
    expect(loaded.recorded.windows).toHaveLength(2);
    expect(acts(loaded)).toEqual(['done', 'snooze', 'open'].map((act) => ({ type: 'act', act: { key: 'a', act } })));
  });

  it('is taken back when it has become idle', async () => {
    const loaded = await loadWindow();
    const shown = show(loaded, 'a');
    loaded.process.emit('message', { type: 'clear', key: 'a' });
    loaded.process.emit('message', { type: 'clear', key: 'a' });
    loaded.process.emit('message', { type: 'clear', key: 'unknown' });
    expect(shown.calls).toEqual(['show', 'close']);
  });

  it('that fails, or that the system does not know, is said to be unseen; one of which nothing is heard counts as seen', async () => {
    const loaded = await loadWindow();
    show(loaded, 'a', 1).emit('failed', {}, 'no permission');
    await settle();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    show(loaded, 'b', 2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(answers(loaded)).toEqual([{ type: 'answer', request: 1, answer: false }, { type: 'answer', request: 2, answer: true }]);
    vi.useRealTimers();
    const without = await loadWindow({ notifies: false });
    without.process.emit('message', { type: 'notice', request: 1, notice: notice('a') });
    await settle();
    expect([without.recorded.notifications, answers(without)]).toEqual([[], [{ type: 'answer', request: 1, answer: false }]]);
  });

  it('is of a program that Windows knows by the name it was installed under', async () => {
    expect((await load()).recorded.modelId).toBe(builder.appId);
  });

  it('answered after the core has been started anew goes to the one that asked', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const loaded = await loadWindow();
    const shown = show(loaded, 'a', 1);
    loaded.process.emit('exit', 9);
    await vi.advanceTimersByTimeAsync(200);
    shown.emit('show');
    await vi.advanceTimersByTimeAsync(0);
    expect(loaded.recorded.processes).toHaveLength(2);
    expect(loaded.recorded.processes[1]?.of('answer')).toEqual([]);
  });
});

describe('how many wait', () => {
  it.each([['en', en], ['zh-CN', zhCN]] as const)('is said by the tray and the dock, in %s', async (language, words) => {
    const { recorded, process } = await loadWindow({ platform: 'darwin', languages: [language] });
    const [tray] = recorded.trays;
    process.emit('message', { type: 'count', count: 3 });
    const said = words.tray.waiting.replace('{{count}}', '3');
    expect([tray?.tip, tray?.title, tray?.menu[0]]).toEqual([`${words.tray.name} · ${said}`, '3', { label: said, enabled: false }]);
    process.emit('message', { type: 'count', count: 0 });
    expect([tray?.tip, tray?.title, tray?.menu[0]?.label, recorded.badges]).toEqual([words.tray.name, '', words.tray.show, [3, 0]]);
  });
});

describe('after sleep', () => {
  it.each(['resume', 'unlock-screen'])('the core is woken on %s', async (event) => {
    const { recorded, process } = await loadWindow();
    recorded.power.emit(event);
    expect(process.of('wake').map(({ message }) => message)).toEqual([{ type: 'wake' }]);
  });
});

describe('the program at work', () => {
  it('stays in the tray when its window is closed, where that is wanted', async () => {
    const { electron, process } = await loadWindow({ platform: 'win32' });
    process.emit('message', settings({ stayInTray: true }));
    electron.app.emit('window-all-closed');
    expect(process.of('close')).toHaveLength(0);
    process.emit('message', settings());
    electron.app.emit('window-all-closed');
    expect(process.of('close')).toHaveLength(1);
  });

  it('is put among what starts at login when that is changed, and never by itself', async () => {
    const { recorded, process } = await loadWindow({ platform: 'win32' });
    process.emit('message', settings({ startAtLogin: true }));
    expect(recorded.loginItems).toEqual([]);
    process.emit('message', settings({ startAtLogin: true, theme: 'dark' }));
    process.emit('message', settings());
    process.emit('message', settings({ startAtLogin: true }));
    expect(recorded.loginItems).toEqual([{ openAtLogin: false, args: ['--quietly'] }, { openAtLogin: true, args: ['--quietly'] }]);
  });

  it('is not put there while it is developed', async () => {
    const { recorded, process } = await loadWindow({ packaged: false });
    for (const startAtLogin of [false, true]) process.emit('message', settings({ startAtLogin }));
    expect(recorded.loginItems).toEqual([]);
  });

  it.each([['win32', { quietly: true }], ['darwin', { atLogin: true }]] as const)('begins at login on %s without a window, which the tray opens', async (platform, options) => {
    const { recorded } = await load({ platform, ...options });
    expect([recorded.windows.length, recorded.processes.length]).toEqual([0, 1]);
    recorded.trays[0]?.menu.find(({ label }) => label === en.tray.show)?.click?.();
    expect(recorded.windows).toHaveLength(1);
  });
});

describe('a document', () => {
  const html = '<!doctype html><p>Review</p>';
  const print = (loaded: Loaded, request: number, page = html) => loaded.process.emit('message', { type: 'print', request, html: page });
  const hidden = ({ recorded }: Pick<Loaded, 'recorded'>) => recorded.windows.slice(1);

  it('is printed in a window that is never shown, runs nothing and reaches nothing', async () => {
    const loaded = await loadWindow();
    print(loaded, 1);
    await vi.waitFor(() => expect(answers(loaded)).toHaveLength(1));
    const [window] = hidden(loaded);
    const { session, ...preferences } = window?.options.webPreferences ?? {};
    expect(preferences).toEqual({
      contextIsolation: true, sandbox: true, webSecurity: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false,
      allowRunningInsecureContent: false, experimentalFeatures: false, navigateOnDragDrop: false, plugins: false, webviewTag: false, javascript: false, devTools: false, spellcheck: false,
    });
    expect(window).toMatchObject({ options: { show: false }, calls: [], destroyed: true });
    expect(window?.webContents).toMatchObject({ url: 'app://ballast/print', page: { html, policy: expect.stringMatching(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:/) }, printed: [{ preferCSSPageSize: true, printBackground: true }] });
    expect(window?.webContents.page?.policy).not.toMatch(/script|connect|http/);
    expect(answers(loaded)).toEqual([{ type: 'answer', request: 1, answer: Buffer.from(`PDF ${html}`) }]);
    const { printing } = loaded.recorded;
    expect(session).toBe(printing);
    // A name without `persist:` is a session in memory.
    expect(printing?.partition).toBe('print');
    expect([...(printing?.handlers.keys() ?? [])]).toEqual(['request', 'check', 'device']);
    const cancelled = (url: string) => {
      let answer: boolean | null = null;
      printing?.filter?.({ url }, ({ cancel }) => { answer = cancel; });
      return answer;
    };
    expect(['https://example.com/a.png', 'file:///etc/passwd', 'ws://127.0.0.1/', 'app://ballast/print', 'data:image/png;base64,'].map(cancelled)).toEqual([true, true, true, false, false]);
    expect(window?.webContents.navigates('https://example.com/')).toBe(false);
    expect(window?.webContents.openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
  });

  it('waits for the one before, and each is given its own page', async () => {
    const loaded = await loadWindow();
    print(loaded, 1, '<p>one');
    print(loaded, 2, '<p>two');
    await vi.waitFor(() => expect(answers(loaded)).toHaveLength(2));
    expect(answers(loaded).map((answer) => String(Reflect.get(Object(answer), 'answer')))).toEqual(['PDF <p>one', 'PDF <p>two']);
    expect(loaded.recorded.printing?.schemes.size).toBe(0);
  });

  it('that takes too long is given up, logged without its words, and the next one is printed', async () => {
    const loaded = await loadWindow();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { BrowserWindow } = loaded.electron;
    const real = BrowserWindow.prototype.loadURL;
    BrowserWindow.prototype.loadURL = () => new Promise(() => undefined);
    print(loaded, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    BrowserWindow.prototype.loadURL = real;
    print(loaded, 2);
    await vi.advanceTimersByTimeAsync(100);
    vi.useRealTimers();
    await vi.waitFor(() => expect(answers(loaded)).toMatchObject([{ request: 1, answer: null }, { request: 2, answer: expect.any(Uint8Array) }]));
    expect(hidden(loaded).map(({ destroyed }) => destroyed)).toEqual([true, true]);
    const logged = readFileSync(join(dataDir(), 'logs', 'ballast.log'), 'utf8');
    expect(logged).toContain('could not do what the core asked: print');
    expect(logged).not.toContain('Review');
  });
});
