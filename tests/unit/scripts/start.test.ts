import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt, markBuilt } from '../../../scripts/lib/built.ts';
import { installedElectron } from '../../../scripts/lib/electron-program.ts';
import { spawnHost } from '../../../scripts/lib/host-process.ts';
import { systemLanguage, terminalWords } from '../../../scripts/lib/words.ts';

let dir = '';
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'ballast-start-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('isBuilt', () => {
  const at = (path: string, ms: number) => utimesSync(join(dir, path), ms / 1000, ms / 1000);

  it('compares the build with the newest source, and notices a removed one', () => {
    for (const folder of ['out', 'shared/kernel']) mkdirSync(join(dir, folder), { recursive: true });
    writeFileSync(join(dir, 'shared/kernel/a.ts'), '');
    for (const path of ['shared/kernel/a.ts', 'shared/kernel', 'shared']) at(path, 1_000_000);
    expect(isBuilt(dir)).toBe(false);
    markBuilt(1_000_000, dir);
    expect(isBuilt(dir)).toBe(true);
    at('shared/kernel/a.ts', 2_000_000);
    expect(isBuilt(dir)).toBe(false);
    markBuilt(3_000_000, dir);
    expect(isBuilt(dir)).toBe(true);
    rmSync(join(dir, 'shared/kernel/a.ts'));
    expect(isBuilt(dir)).toBe(false);
  });
});

describe('installedElectron', () => {
  it('finds the program where the package put it, or where it was told to look', () => {
    expect(installedElectron({}, dir)).toBeNull();
    writeFileSync(join(dir, 'path.txt'), 'electron');
    expect(installedElectron({}, dir)).toBeNull();
    mkdirSync(join(dir, 'dist'));
    writeFileSync(join(dir, 'dist', 'electron'), '');
    expect(installedElectron({}, dir)).toBe(join(dir, 'dist', 'electron'));
    expect(installedElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(dir, 'other') }, dir)).toBeNull();
    expect(installedElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(dir, 'dist') }, dir)).toBe(join(dir, 'dist', 'electron'));
  });
});

describe('spawnHost', () => {
  it('passes on what the host says and how it ended', async () => {
    const seen: unknown[] = [];
    const host = spawnHost(['-e', 'console.log("noise"); console.log(JSON.stringify({ state: "open", launch: "/l" })); process.exitCode = 3'], (message) => seen.push(message));
    expect(await host.ready).toEqual({ state: 'open', launch: '/l' });
    expect([await host.ended, seen.length]).toEqual([3, 1]);
  });

  it('fails when the host ends without a word', async () => {
    const host = spawnHost(['-e', '']);
    await expect(host.ready).rejects.toThrow('ended with 0');
  });
});

describe('words of the terminal', () => {
  it('follow the language of the computer', () => {
    expect([systemLanguage('zh-Hans-CN'), systemLanguage('de-DE'), systemLanguage('en-US')]).toEqual(['zh-CN', 'en', 'en']);
    expect(terminalWords('en')('noBrowser', { launch: '/l.html' })).toMatch(/open \/l\.html$/);
    expect(terminalWords('zh-CN')('noBrowser', { launch: '/l.html' })).toContain('/l.html');
    expect(() => terminalWords('en')('nothing')).toThrow('no words');
  });
});

describe('run.js', () => {
  const run = (setup: string, script: string) => spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(setup)}`, 'scripts/run.js', script, 'more'], { encoding: 'utf8' });

  it('says what to do where this Node is too old, before anything is loaded', () => {
    const { status, stderr, stdout } = run('Object.defineProperty(process.versions, "napi", { value: "9" })', 'scripts/start.ts');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('npm install --include=optional');
  });

  it('else runs the script with its own arguments', () => {
    const script = join(dir, 'script.ts');
    writeFileSync(script, 'const rest: string[] = process.argv.slice(2); console.log(rest.join())');
    expect(run('', script).stdout).toBe('more\n');
  });
});
