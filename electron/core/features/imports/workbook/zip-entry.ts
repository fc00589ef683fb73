import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const CHUNK = 131_072;

async function* packedBytes(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length;) {
    const bytes = Buffer.allocUnsafe(Math.min(CHUNK, length - at));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start + at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield bytes.subarray(0, bytesRead);
  }
}

/** Leaving the loop ends both ends of the pipe. */
function inflated(source: AsyncGenerator<Buffer>): AsyncIterable<Buffer> {
  return pipeline(Readable.from(source), createInflateRaw({ chunkSize: CHUNK }), () => undefined);
}

/**
 * Unpacks one entry piece by piece, and never more of it than the directory announced. Whether it is what was packed
 * shows behind its last piece only.
 * @param name the name a person knows the archive by
 * @throws CodedError `file-damaged`, with the entry where only its checksum is wrong; `file-locked`
 */
export async function* unpack(file: FileHandle, entry: ZipEntry, name: string): AsyncGenerator<Buffer> {
  const where = { file: name };
  if (entry.locked) throw new CodedError('file-locked', { where });
  const local = Buffer.alloc(LOCAL_BYTES);
  const { bytesRead } = await file.read(local, 0, LOCAL_BYTES, entry.offset);
  if (bytesRead < LOCAL_BYTES || local.readUInt32LE(0) !== LOCAL || (entry.method !== 0 && entry.method !== 8)) throw new CodedError('file-damaged', { where });
  const packed = packedBytes(file, entry.offset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28), entry.packed);
  let size = 0;
  let checksum = 0;
  try {
    for await (const bytes of entry.method === 0 ? packed : inflated(packed)) {
      size += bytes.length;
      if (size > entry.size) break;
      checksum = crc32(bytes, checksum);
      yield bytes;
    }
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('file-damaged', { where, cause });
  }
  if (size !== entry.size) throw new CodedError('file-damaged', { where });
  if (checksum !== entry.checksum) throw new CodedError('file-damaged', { where: { ...where, path: entry.name } });
}
