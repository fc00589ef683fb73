import { describe, expect, it } from 'vitest';
import en from '#resources/locales/en/shell.json' with { type: 'json' };
import { preventable } from './stand-in/contents.ts';
import { settle } from './stand-in/load-main.ts';
import { useBuiltShell } from './stand-in/use-built-shell.ts';

const { load, loadWindow } = useBuiltShell();

describe('lockdown', () => {
  it('denies every permission, asked for or checked', async () => {
    const { recorded } = await load();
    const handler = (name: string) => recorded.sessionHandlers.get(name) as ((...args: unknown[]) => unknown) | undefined;
    for (const permission of ['media', 'notifications', 'clipboard-read', 'openExternal', 'geolocation', 'unknown']) {
      let granted: unknown = 'unasked';
      handler('request')?.({}, permission, (answer: unknown) => { granted = answer; }, {});
      expect(granted).toBe(false);
      expect(handler('check')?.({}, permission, 'app://ballast', {})).toBe(false);
    }
    expect(handler('device')?.({ deviceType: 'usb' })).toBe(false);
  });

  it('lets the page save what it made itself, and downloads nothing else', async () => {
    const { recorded } = await load();
    const downloads = (url: string) => {
      const event = preventable({});
      recorded.session.emit('will-download', event, { getURL: () => url });
      return !event.defaultPrevented;
    };
    expect(downloads('blob:app://ballast/5d0c')).toBe(true);
    expect(downloads('https://example.com/a.pptx')).toBe(false);
    expect(downloads('blob:https://example.com/5d0c')).toBe(false);
  });

  it('denies navigation, redirects, new windows and web views, and allows a reload', async () => {
    const { window: { webContents } } = await loadWindow();
    for (const url of ['https://example.com/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://other/', 'app://ballast/other', 'data:text/html,x']) {
      expect(webContents.navigates(url), url).toBe(false);
    }
    expect(webContents.navigates('app://ballast/', false)).toBe(false);
    expect(webContents.navigates('app://ballast/')).toBe(true);
    expect(webContents.openHandler?.({ url: 'app://ballast/' })).toEqual({ action: 'deny' });
    for (const name of ['will-redirect', 'will-attach-webview']) {
      const event = preventable({});
      webContents.emit(name, event);
      expect(event.defaultPrevented, name).toBe(true);
    }
  });
});

describe('addresses outside', () => {
  const ask = async (url: string, presses: number) => {
    const standIn = await loadWindow();
    standIn.person.presses = presses;
    standIn.window.webContents.openHandler?.({ url });
    await settle();
    return standIn.recorded;
  };

  it.each(['https://example.com/a?b=c', 'mailto:anna@example.com'])('opens %s after asking', async (url) => {
    const recorded = await ask(url, 0);
    expect(recorded.dialogs).toMatchObject([{ message: en.openExternal.question, detail: url, defaultId: 1, cancelId: 1 }]);
    expect(recorded.opened).toEqual([url]);
  });

  it('opens nothing when the person does not agree', async () => {
    expect((await ask('https://example.com/', 1)).opened).toEqual([]);
  });

  it.each(['http://example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:', 'https://user:word@example.com/', 'smb://host/share', 'not an address'])(
    'does not even ask about %s', async (url) => {
      expect(await ask(url, 0)).toMatchObject({ dialogs: [], opened: [] });
    },
  );

  it('asks about one address at a time, also one a link leads to', async () => {
    const { recorded, window: { webContents } } = await loadWindow();
    webContents.navigates('https://example.com/');
    webContents.openHandler?.({ url: 'https://example.org/' });
    await settle();
    expect(recorded.opened).toEqual(['https://example.com/']);
    webContents.openHandler?.({ url: 'https://example.org/' });
    await settle();
    expect(recorded.opened).toEqual(['https://example.com/', 'https://example.org/']);
  });
});
