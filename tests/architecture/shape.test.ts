import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

function filesUnder(dir: string): string[] {
  return readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name)).filter((name) => statSync(join(root, name)).isFile());
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const lines = (file: string): number => read(file).split('\n').filter((line) => line.trim() !== '').length;
const isCode = (file: string): boolean => /\.tsx?$/.test(file);

const source = ['shared', 'electron', 'renderer'].flatMap(filesUnder).filter(isCode);
const tests = filesUnder('tests').filter(isCode);
const sizes = source.map(lines).toSorted((a, b) => a - b);

describe('the shape of the house', () => {
  it('keeps files short: median, nine tenths, longest', () => {
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(200);
    expect(sizes.at(-1)).toBeLessThanOrEqual(400);
  });

  it('keeps the hosts thin', () => {
    const within = (dir: string, files: number, all: number): void => {
      const found = filesUnder(dir).filter(isCode);
      expect(found.length, dir).toBeLessThanOrEqual(files);
      expect(found.map(lines).reduce((sum, n) => sum + n, 0), dir).toBeLessThanOrEqual(all);
    };
    within('electron/main', 12, 1_000);
    within('electron/preload', 1, 40);
    within('electron/loopback', 8, 800);
  });

  it('tests as much as it says', () => {
    const total = (files: string[]): number => files.map(lines).reduce((sum, n) => sum + n, 0);
    expect(total(tests) / total(source)).toBeGreaterThanOrEqual(0.8);
  });

  it('asks nowhere which host it runs on, and silences no checker', () => {
    const offenders = source.filter((file) => /isElectron|@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|\bas unknown as\b/.test(read(file)));
    expect(offenders).toEqual([]);
  });

  it('has no barrels: an index file only where the contract is joined', () => {
    expect(source.filter((file) => /(^|\/)index\.tsx?$/.test(file)).toSorted()).toEqual(['electron/main/index.ts', 'electron/preload/index.ts', 'shared/contract/index.ts'].filter((file) => source.includes(file)));
  });

  it('uses no cascade and no replace in SQL files', () => {
    for (const file of filesUnder('resources/migrations')) expect(read(file), file).not.toMatch(/ON DELETE CASCADE|OR REPLACE|REPLACE INTO/i);
  });

  it('names no path of one machine and no registry host', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter((file) => file !== '' && !/\.(png|ico|icns|jpg)$/.test(file));
    const self = relative(root, import.meta.filename);
    const offenders = tracked.filter((file) => file !== self && statSync(join(root, file), { throwIfNoEntry: false })?.isFile() && /\/work\/(main|shared)|registry\.npmjs|registry\.npmmirror/.test(read(file)));
    expect(offenders).toEqual([]);
  });
});
