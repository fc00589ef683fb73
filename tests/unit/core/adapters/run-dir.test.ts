import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRunDir } from '#core/adapters/run-dir.ts';

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'ballast-runs-')), 'staged');
});
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

describe('the folder of a run', () => {
  it('is new, and only its owner may enter', () => {
    const [first, second] = [makeRunDir(dir), makeRunDir(dir)];
    expect(first).not.toBe(second);
    expect(existsSync(first)).toBe(true);
    expect(statSync(first).mode & 0o077).toBe(0);
  });

  it('takes away what runs that are over have left, also what is no folder of a run', () => {
    mkdirSync(dir);
    // No process has a number as high as this.
    mkdirSync(join(dir, 'run-999999999-abc'));
    writeFileSync(join(dir, 'run-999999999-abc', 'rows.csv'), 'Name');
    writeFileSync(join(dir, 'older.csv'), 'Name');
    mkdirSync(join(dir, `run-${process.ppid}-abc`));
    const own = makeRunDir(dir);
    expect(readdirSync(dir).toSorted()).toEqual([`run-${process.ppid}-abc`, basename(own)].toSorted());
  });
});
