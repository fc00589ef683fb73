import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askRunningHost, openLaunchFolder, type LaunchFolder } from '#electron/loopback/launch-folder.ts';
import { launchPage } from '#electron/loopback/launch-page.ts';

let base = '';
let dir = '';
let folder: LaunchFolder | null = null;
const report = vi.fn();

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ballast-launch-'));
  dir = join(base, 'launch');
});

afterEach(() => {
  vi.useRealTimers();
  folder?.close();
  folder = null;
  rmSync(base, { recursive: true, force: true });
});

const mode = (path: string) => statSync(path).mode & 0o777;
const onPosix = process.platform === 'win32' ? it.skip : it;

/** Lets a test in this process pass for a second one: the recorded owner is another process that lives. */
const pretendOther = () => writeFileSync(join(dir, 'host.pid'), String(process.ppid));

describe('openLaunchFolder', () => {
  onPosix('keeps the folder and its page to their owner', () => {
    mkdirSync(dir, { mode: 0o777 });
    folder = openLaunchFolder(dir, () => 'page', report);
    expect(mode(dir)).toBe(0o700);
    expect(mode(folder.path)).toBe(0o600);
    expect(readFileSync(folder.path, 'utf8')).toBe('page');
  });

  onPosix('goes into no folder that a link stands for', () => {
    mkdirSync(join(base, 'elsewhere'));
    symlinkSync(join(base, 'elsewhere'), dir);
    expect(() => openLaunchFolder(dir, () => 'page', report)).toThrow('not a folder of the user');
    expect(readdirSync(join(base, 'elsewhere'))).toEqual([]);
  });

  it('renews the page before its code ends, until a tab has opened', () => {
    vi.useFakeTimers();
    let issued = 0;
    folder = openLaunchFolder(dir, () => `page ${++issued}`, report);
    vi.advanceTimersByTime(29_999);
    expect(readFileSync(folder.path, 'utf8')).toBe('page 2');
    folder.opened();
    expect(existsSync(folder.path)).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(issued).toBe(2);
    expect(existsSync(folder.path)).toBe(false);
  });

  it('goes on, and tells, when the page cannot be renewed', () => {
    vi.useFakeTimers();
    folder = openLaunchFolder(dir, () => 'page', report);
    rmSync(dir, { recursive: true });
    vi.advanceTimersByTime(20_000);
    expect(report).toHaveBeenCalledWith(expect.objectContaining({ code: 'ENOENT' }));
    mkdirSync(dir);
    vi.advanceTimersByTime(20_000);
    expect(readFileSync(folder.path, 'utf8')).toBe('page');
  });

  it('puts a page for one more tab beside it, for as long as its code is good', () => {
    vi.useFakeTimers();
    let issued = 0;
    folder = openLaunchFolder(dir, () => `page ${++issued}`, report);
    folder.opened();
    const pages = [folder.another(), folder.another()];
    expect(pages.map((page) => readFileSync(page, 'utf8'))).toEqual(['page 2', 'page 3']);
    if (process.platform !== 'win32') expect(mode(pages[0] ?? '')).toBe(0o600);
    vi.advanceTimersByTime(30_000);
    expect(readdirSync(dir)).toEqual(['host.pid']);
  });

  it('clears what an earlier host left and nothing else', () => {
    mkdirSync(dir);
    writeFileSync(join(dir, `show-${'a'.repeat(32)}.html`), 'old');
    writeFileSync(join(dir, 'letter.txt'), 'mine');
    folder = openLaunchFolder(dir, () => 'page', report);
    expect(readdirSync(dir).toSorted()).toEqual(['ballast.html', 'host.pid', 'letter.txt']);
    folder.close();
    folder = null;
    expect(readdirSync(dir)).toEqual(['letter.txt']);
  });
});

describe('askRunningHost', () => {
  it('finds nobody in an empty folder, nor behind the record of an ended host', async () => {
    expect(await askRunningHost(dir)).toBeNull();
    writeFileSync(join(dir, 'host.pid'), '999999999');
    expect(await askRunningHost(dir)).toBeNull();
    expect(readdirSync(dir)).toEqual(['host.pid']);
  });

  it('gets a page of its own from the running one', async () => {
    let issued = 0;
    folder = openLaunchFolder(dir, () => `page ${++issued}`, report);
    folder.opened();
    pretendOther();
    const first = await askRunningHost(dir);
    const second = await askRunningHost(dir);
    expect(first).not.toBe(second);
    expect([readFileSync(first ?? '', 'utf8'), readFileSync(second ?? '', 'utf8')]).toEqual(['page 2', 'page 3']);
    if (process.platform !== 'win32') expect(mode(first ?? '')).toBe(0o600);
    expect(readdirSync(dir).some((name) => name.startsWith('ask-'))).toBe(false);
  });

  it('gives up on a process that does not answer', async () => {
    mkdirSync(dir);
    pretendOther();
    expect(await askRunningHost(dir, 200)).toBeNull();
    expect(readdirSync(dir)).toEqual(['host.pid']);
  });
});

describe('launchPage', () => {
  it('posts the code to the host and loads nothing', () => {
    const page = launchPage('http://127.0.0.1:5', 'the-code');
    expect(page).toContain('<form method="post" action="http://127.0.0.1:5/boot">');
    expect(page).toContain('value="the-code"');
    expect(page).not.toMatch(/src=|href=/);
  });
});
