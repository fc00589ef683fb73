import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserCandidates, findBrowser } from '#core/adapters/browsers.ts';
import { hasDisplay, windowArguments } from '../../../scripts/lib/open-window.ts';

let dir = '';
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'ballast-browsers-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function install(name: string, mode = 0o755): string {
  const path = join(dir, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

const onPosix = process.platform !== 'win32';

describe('findBrowser', () => {
  it.runIf(onPosix)('takes Chrome, then Edge, then Chromium of the path', () => {
    const env = { PATH: `relative:/nowhere:${dir}` };
    expect(findBrowser('linux', env, '/home/a')).toBeNull();
    const chromium = install('chromium');
    expect(findBrowser('linux', env, '/home/a')).toEqual({ path: chromium, sandboxHome: null });
    const edge = install('microsoft-edge');
    expect(findBrowser('linux', env, '/home/a')?.path).toBe(edge);
    install('google-chrome', 0o644);
    expect(findBrowser('linux', env, '/home/a')?.path).toBe(edge);
  });

  it.runIf(onPosix)('lets a person choose', () => {
    install('google-chrome');
    const own = install('own-browser');
    expect(findBrowser('linux', { PATH: dir, BALLAST_BROWSER: own }, '/home/a')?.path).toBe(own);
  });

  it('knows the usual places of macOS and Windows', () => {
    expect(browserCandidates('darwin', {}, '/Users/a')).toEqual(expect.arrayContaining([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]));
    const windows = browserCandidates('win32', { PROGRAMFILES: 'C:\\P', LOCALAPPDATA: 'C:\\L' }, 'C:\\U');
    expect(windows).toContain('C:\\L\\Google\\Chrome\\Application\\chrome.exe');
    expect(windows).toContain('C:\\P\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(windows.join()).not.toContain('undefined');
  });

  it.runIf(onPosix)('gives a browser that is shut out of hidden folders a place of its own', () => {
    const snap = install('snap');
    symlinkSync(snap, join(dir, 'chromium'));
    expect(findBrowser('linux', { PATH: dir }, '/home/a', snap)?.sandboxHome).toBe('/home/a/snap/chromium/common/ballast');
  });
});

describe('hasDisplay', () => {
  it('asks X11 and Wayland on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
  });
});

describe('windowArguments', () => {
  it('open the launch page alone, in a profile of its own, sandboxed for everyone but root', () => {
    const given = windowArguments('/data/a b/launch/ballast.html', '/data/browser', false);
    expect(given).toContain('--app=file:///data/a%20b/launch/ballast.html');
    expect(given).toContain('--user-data-dir=/data/browser');
    expect(given).not.toContain('--no-sandbox');
    expect(windowArguments('/l', '/p', true)).toContain('--no-sandbox');
  });
});
