import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

/** A part of an archive as it lies there; sizes in bytes, the checksum a CRC-32 of what was packed. */
export interface PackedEntry { path: string; pieces: Uint8Array<ArrayBuffer>[]; packed: number; size: number; checksum: number }

const PIECE = 65_536;

function written(stream: DeflateRaw, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** Packs a text that comes in pieces, one of them while the next is made. */
export class PackedPart {
  readonly #entry: PackedEntry;
  readonly #stream = createDeflateRaw({ chunkSize: PIECE });
  #last: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#entry = { path, pieces: [], packed: 0, size: 0, checksum: 0 };
    this.#stream.on('data', (piece: Buffer<ArrayBuffer>) => {
      this.#entry.pieces.push(piece);
      this.#entry.packed += piece.length;
    });
    // Each write reports it too.
    this.#stream.on('error', () => undefined);
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.#last;
    this.#entry.size += bytes.length;
    this.#entry.checksum = crc32(bytes, this.#entry.checksum);
    this.#last = written(this.#stream, bytes);
  }

  async end(): Promise<PackedEntry> {
    await this.#last;
    this.#stream.end();
    await finished(this.#stream);
    return this.#entry;
  }

  drop(): void {
    this.#last.catch(() => undefined);
    this.#stream.destroy();
  }
}

/** Packs a part that is a text as a whole. */
export async function packedText(path: string, text: string): Promise<PackedEntry> {
  const part = new PackedPart(path);
  await part.write(text);
  return part.end();
}
