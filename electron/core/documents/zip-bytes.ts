import type { PackedEntry } from './packed-part.ts';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
const VERSION = 20;
const UTF8 = 0x0800;
/** 1 January 1980, the first day that an archive can name: when a file was made is said by its folder. */
const FIRST_DAY = 0x0021;

/** What the header of a part and its line in the directory have in common. */
function common({ path, packed, size, checksum }: PackedEntry): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(UTF8, 2);
  bytes.writeUInt16LE(DEFLATED, 4);
  bytes.writeUInt16LE(FIRST_DAY, 8);
  bytes.writeUInt32LE(checksum, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(Buffer.byteLength(path), 22);
  return bytes;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Lays packed parts into a zip archive of less than 4 GB. @returns its bytes, in pieces */
export function zipBytes(entries: readonly PackedEntry[]): Uint8Array<ArrayBuffer>[] {
  const body: Uint8Array<ArrayBuffer>[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.path);
    const shared = common(entry);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signature(ENTRY), Buffer.from([VERSION, 0]), shared, place, name);
    const head = Buffer.concat([signature(LOCAL), shared, name]);
    body.push(head, ...entry.pieces);
    offset += head.length + entry.packed;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return [...body, listed, end];
}
