import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChosenFileTable } from '#core/adapters/chosen-file-table.ts';
import { createUploadStore } from '#core/adapters/upload-store.ts';

let dir = '';
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'ballast-uploads-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function open(keepFree = 0) {
  const files = createChosenFileTable();
  return { files, store: await createUploadStore(dir, files, keepFree) };
}

const stored = () => readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

describe('createUploadStore', () => {
  it('keeps a file for its owner under a token', async () => {
    const { files, store } = await open();
    const token = await store.receive(Readable.from([Buffer.from('a,b\n'), Buffer.from('1,2\n')]), '客户.csv', 8);
    const file = files.resolve(token);
    expect(file?.name).toBe('客户.csv');
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('a,b\n1,2\n');
    if (process.platform !== 'win32') expect(statSync(file?.path ?? '').mode & 0o777).toBe(0o600);
    expect(files.resolve('other')).toBeNull();
    expect(token).toMatch(/^[\w-]{22}$/);
  });

  it.each([['../../evil.csv', 'evil.csv'], ['C:\\temp\\a.csv', 'a.csv'], ['a\0\u202eb\n.csv', 'ab.csv'], ['', 'file'], ['dir/', 'file']])('shows %j as %j and never writes by it', async (name, shown) => {
    const { files, store } = await open();
    const file = files.resolve(await store.receive(Readable.from(['x']), name, 1));
    expect(file?.name).toBe(shown);
    expect(file?.path.startsWith(dir)).toBe(true);
  });

  it('refuses what the disk cannot hold before reading it, and nothing else', async () => {
    const untouched = new Readable({ read() { throw new Error('was read'); } });
    const { store: full } = await open(Number.MAX_SAFE_INTEGER);
    await expect(full.receive(untouched, 'big.csv', 1)).rejects.toMatchObject({ code: 'file-too-large', where: { file: 'big.csv' } });
    const { bavail, bsize } = statfsSync(dir);
    const { store } = await open();
    await expect(store.receive(untouched, 'b', bavail * bsize * 2)).rejects.toMatchObject({ code: 'file-too-large' });
    await store.receive(Readable.from(['x']), 'a', 5 * 1024 ** 3 > bavail * bsize ? 1 : 5 * 1024 ** 3);
  });

  it('removes the part that came of an upload that broke', async () => {
    const { store } = await open();
    const breaking = Readable.from((function* () { yield 'half'; throw new Error('gone'); })());
    await expect(store.receive(breaking, 'a', 100)).rejects.toThrow('gone');
    expect(stored()).toBe(0);
    await store.receive(Readable.from(['x']), 'b', 100);
    expect(stored()).toBe(1);
  });

  it('removes its files at the end, and those of runs that died', async () => {
    mkdirSync(join(dir, 'run-999999999-abc'));
    writeFileSync(join(dir, 'run-999999999-abc', '0'), 'left');
    mkdirSync(join(dir, `run-${process.ppid}-abc`));
    const { store } = await open();
    expect(existsSync(join(dir, 'run-999999999-abc'))).toBe(false);
    expect(existsSync(join(dir, `run-${process.ppid}-abc`))).toBe(true);
    await store.receive(Readable.from(['x']), 'a', 1);
    store.close();
    expect(stored()).toBe(0);
  });
});
