import { createWriteStream, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { ChosenFileTable } from './chosen-file-table.ts';
import { makePrivateDir } from './private-dir.ts';

/** Bytes. */
export interface UploadLimits {
  /** One file. */
  file: number;
  /** All files of one run together. */
  total: number;
  /** What has to stay free on the disk. */
  keepFree: number;
}

const uploadLimits: UploadLimits = { file: 2 * 1024 ** 3, total: 4 * 1024 ** 3, keepFree: 256 * 1024 ** 2 };

export interface UploadStore {
  /**
   * Streams a file to disk. What was written of an upload that fails is removed.
   * @param bytes the length that was announced
   * @returns the token under which the core finds the file
   * @throws CodedError `file-too-large` past a limit
   */
  receive(source: Readable, name: string, bytes: number): Promise<string>;
  /** Removes every file of this run. */
  close(): void;
}

const ofRun = /^run-(\d+)-/;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').slice(0, 200) || 'file';
}

/**
 * A folder for what browsers send, one for each run; leftovers of runs that ended without cleaning are removed.
 * @param dir absolute; only its owner may enter
 */
export async function createUploadStore(dir: string, files: ChosenFileTable, limits = uploadLimits): Promise<UploadStore> {
  makePrivateDir(dir);
  for (const entry of readdirSync(dir)) {
    const pid = ofRun.exec(entry)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(dir, entry), { recursive: true, force: true });
  }
  const own = await mkdtemp(join(dir, `run-${process.pid}-`));
  let kept = 0;
  let count = 0;

  const refuse = (name: string) => new CodedError('file-too-large', { where: { file: shownName(name) } });

  return {
    async receive(source, name, bytes) {
      const disk = await statfs(own);
      const free = disk.bavail * disk.bsize - limits.keepFree;
      if (bytes > Math.min(limits.file, limits.total - kept, free)) throw refuse(name);
      kept += bytes;
      const path = join(own, String(count++));
      try {
        await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        return files.add(path, shownName(name));
      } catch (error) {
        kept -= bytes;
        await rm(path, { force: true });
        throw error;
      }
    },
    close: () => rmSync(own, { recursive: true, force: true }),
  };
}
