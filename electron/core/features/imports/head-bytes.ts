import { isAscii } from 'node:buffer';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { CodedError } from '#shared/kernel/coded-error.ts';

const CHUNK = 1_048_576;
const SAMPLE = 65_536;

/**
 * Reads the beginning of a file.
 * @param file the name a person knows it by
 * @returns at most `length` bytes, and the size of the whole in bytes
 * @throws CodedError `file-not-found`, `file-not-readable`
 */
export function headBytes(path: string, file: string, length: number): { bytes: Buffer; size: number } {
  if (!existsSync(path)) throw new CodedError('file-not-found', { where: { file } });
  try {
    const { size } = statSync(path);
    const handle = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(Math.min(size, length));
      return { bytes: bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0)), size };
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    throw new CodedError('file-not-readable', { where: { file }, cause });
  }
}

/** The lines around the first byte that is no ASCII, however far down; null when there is none. */
export async function firstLetters(path: string): Promise<Buffer | null> {
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: CHUNK })) {
      const bytes = chunk as Buffer;
      if (isAscii(bytes)) continue;
      const first = bytes.findIndex((byte) => byte > 127);
      const start = bytes.lastIndexOf(10, first) + 1;
      return bytes.subarray(start, start + SAMPLE);
    }
    return null;
  } finally {
    await file.close();
  }
}
