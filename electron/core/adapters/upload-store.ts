import { createWriteStream, rmSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { ChosenFileTable } from './chosen-file-table.ts';
import { makeRunDir } from './run-dir.ts';

/** Bytes that have to stay free on the disk; nothing else limits a file. */
const KEEP_FREE = 256 * 1024 ** 2;

export interface UploadStore {
  /**
   * Streams a file to disk. What was written of an upload that fails is removed.
   * @param bytes the length that was announced
   * @returns the token under which the core finds the file
   * @throws CodedError `file-too-large` where the disk has no room for it
   */
  receive(source: Readable, name: string, bytes: number): Promise<string>;
  /** Removes every file of this run. */
  close(): void;
}

function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').slice(0, 200) || 'file';
}

/**
 * A folder for what browsers send, one for each run; leftovers of runs that ended without cleaning are removed.
 * @param dir absolute; only its owner may enter
 */
export async function createUploadStore(dir: string, files: ChosenFileTable, keepFree = KEEP_FREE): Promise<UploadStore> {
  const own = makeRunDir(dir);
  let count = 0;

  return {
    async receive(source, name, bytes) {
      const disk = await statfs(own);
      if (bytes > disk.bavail * disk.bsize - keepFree) throw new CodedError('file-too-large', { where: { file: shownName(name) } });
      const path = join(own, String(count++));
      try {
        await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        return files.add(path, shownName(name));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    close: () => rmSync(own, { recursive: true, force: true }),
  };
}
