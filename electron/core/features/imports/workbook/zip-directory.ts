import type { FileHandle } from 'node:fs/promises';
import { CodedError } from '#shared/kernel/coded-error.ts';

/** One file inside an archive, as the directory announces it; sizes in bytes, the checksum a CRC-32 of what is unpacked. */
export interface ZipEntry { name: string; method: number; packed: number; size: number; checksum: number; offset: number; locked: boolean }

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY = 4 * 1024 ** 2;

const MAX_ENTRIES = 2_000;
const MAX_SIZE = 200 * 1024 ** 2;
const MAX_RATIO = 200;
/** Small things may be packed as tightly as they like. */
const RATIO_FROM = 1024 ** 2;

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  return bytes.subarray(0, bytesRead);
}

function readEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    const next = at + ENTRY_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) return null;
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength).replaceAll('\\', '/'),
      method: directory.readUInt16LE(at + 10), checksum: directory.readUInt32LE(at + 16), packed: directory.readUInt32LE(at + 20), size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42), locked: (directory.readUInt16LE(at + 8) & 1) === 1,
    });
    at = next;
  }
  return entries;
}

/** Whether unpacking could fill the memory or the disk. Entries that share their bytes pack more than the file holds. */
function isBomb(entries: readonly ZipEntry[], fileSize: number): boolean {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  return size > MAX_SIZE || packed > fileSize || (size > RATIO_FROM && size > fileSize * MAX_RATIO)
    || entries.some((entry) => entry.size > RATIO_FROM && entry.size > entry.packed * MAX_RATIO);
}

/**
 * Reads the directory of a zip file, and refuses what it should not unpack before anything is.
 * @param size of the file in bytes
 * @param name the name a person knows the file by
 * @returns entries by name; of two with one name the first
 * @throws CodedError `file-damaged`, `archive-too-large`
 */
export async function readZip(file: FileHandle, size: number, name: string): Promise<Map<string, ZipEntry>> {
  const where = { file: name };
  const tail = await readAt(file, Math.max(0, size - END_BYTES - MAX_COMMENT), END_BYTES + MAX_COMMENT);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new CodedError('file-damaged', { where });
  const [count, length, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  // Where the numbers overflow their fields the archive is far beyond the limits.
  if (count > MAX_ENTRIES || length > MAX_DIRECTORY || offset === 0xffff_ffff) throw new CodedError('archive-too-large', { where });
  const entries = readEntries(await readAt(file, offset, length), count);
  if (!entries) throw new CodedError('file-damaged', { where });
  if (isBomb(entries, size)) throw new CodedError('archive-too-large', { where });
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  return byName;
}
