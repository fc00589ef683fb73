import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderTransport } from '#core/sync/transports/folder.ts';
import { describeTransport, madeBundle } from './transport-conformance.ts';

const makeDir = (): string => mkdtempSync(join(tmpdir(), 'ballast-sync-'));

describeTransport('a folder', () => {
  const dir = makeDir();
  return { transport: folderTransport(dir), dispose: () => rmSync(dir, { recursive: true, force: true }) };
});

describe('a folder that others use as well', () => {
  let dir: string;
  beforeEach(() => { dir = makeDir(); });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('has files of others, folders and links, which are left alone', async () => {
    const [real, linked, folder] = [madeBundle(1), madeBundle(2), madeBundle(3)];
    writeFileSync(join(dir, 'target'), linked.bytes);
    symlinkSync(join(dir, 'target'), join(dir, linked.name.file));
    mkdirSync(join(dir, folder.name.file));
    writeFileSync(join(dir, 'Thumbs.db'), 'x');
    const transport = folderTransport(dir);
    await transport.put(real.name, real.bytes);
    expect(await transport.list()).toEqual([real.name]);
    expect(await transport.read(linked.name, 1_000)).toBeNull();
    expect(await transport.read(folder.name, 1_000)).toBeNull();
  });

  it('may hold the beginning of a file that was never finished', async () => {
    const { name, bytes } = madeBundle(1);
    writeFileSync(join(dir, `${name.file}.unfinished`), 'bun');
    const transport = folderTransport(dir);
    expect(await transport.list()).toEqual([]);
    await transport.put(name, bytes);
    expect(readdirSync(dir)).toEqual([name.file]);
  });

  it('is missed by name when it is not there', async () => {
    await expect(folderTransport(join(dir, 'gone')).list()).rejects.toMatchObject({ code: 'sync-folder-not-found', where: { path: join(dir, 'gone') } });
    await expect(folderTransport(join(dir, 'gone')).put(madeBundle(1).name, Buffer.from('x'))).rejects.toMatchObject({ code: 'sync-folder-not-found' });
  });

  it.skipIf(process.getuid?.() === 0)('says when it cannot be written (needs a user other than root)', async () => {
    chmodSync(dir, 0o500);
    await expect(folderTransport(dir).put(madeBundle(1).name, Buffer.from('x'))).rejects.toMatchObject({ code: 'not-writable' });
  });
});
