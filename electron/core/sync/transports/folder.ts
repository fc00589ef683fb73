import { constants } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readBundleName, type BundleName } from '#shared/domain/sync/bundle-name.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Transport } from './transport.ts';

const UNFINISHED = '.unfinished';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function explain(error: unknown, path: string): unknown {
  const where = { path };
  switch (codeOf(error)) {
    case 'ENOENT': case 'ENOTDIR': return new CodedError('sync-folder-not-found', { where, cause: error });
    case 'EACCES': case 'EPERM': case 'EROFS': return new CodedError('not-writable', { where, cause: error });
    case 'ENOSPC': case 'EDQUOT': return new CodedError('disk-full', { where, cause: error });
    case 'EIO': return new CodedError('disk-failed', { where, cause: error });
    default: return error;
  }
}

/** Windows keeps no handle of a folder; its renames are in the journal. */
async function syncDir(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder that all the books can reach: on a share, a stick, or kept alike by a cloud drive. It is anybody's: nothing in it is trusted. */
export function folderTransport(dir: string): Transport {
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explain(error, dir);
    }
  };
  return {
    list: () => attempt(async () => {
      const entries = await readdir(dir, { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile()).map((entry) => readBundleName(entry.name));
      return names.filter((name): name is BundleName => name !== null).toSorted((a, b) => (a.file < b.file ? -1 : 1));
    }),
    read: ({ file }, maxBytes) => attempt(async () => {
      const path = join(dir, file);
      const found = await lstat(path).catch(() => null);
      if (!found?.isFile() || found.size > maxBytes) return null;
      const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      try {
        // Read as far as was said: the file may be growing.
        const bytes = Buffer.alloc(found.size);
        const { bytesRead } = await handle.read(bytes, 0, found.size, 0);
        return bytes.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    }),
    put: ({ file }, bytes) => attempt(async () => {
      const path = join(dir, file);
      if (await lstat(path).catch(() => null)) return;
      const unfinished = `${path}${UNFINISHED}`;
      await rm(unfinished, { force: true });
      const handle = await open(unfinished, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, path);
      await syncDir(dir);
    }),
  };
}
