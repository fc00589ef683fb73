const END = 0xFFFF_FFFE;
const NONE = 0xFFFF_FFFF;
/** Sectors of the table of sectors that the header itself lists. */
const LISTED = 109;
const ENTRY = 128;
const STREAM = 2;

interface Entry { name: string; type: number; left: number; right: number; child: number; start: number; size: number }

/** What the beginning of a compound file bears. */
export const COMPOUND_SIGN = 'd0cf11e0a1b11ae1';

function entryAt(bytes: Buffer, at: number): Entry {
  const length = Math.min(Math.max(bytes.readUInt16LE(at + 64) - 2, 0), 62);
  return {
    name: bytes.toString('utf16le', at, at + length), type: bytes.readUInt8(at + 66),
    left: bytes.readUInt32LE(at + 68), right: bytes.readUInt32LE(at + 72), child: bytes.readUInt32LE(at + 76),
    start: bytes.readUInt32LE(at + 116), size: bytes.readUInt32LE(at + 120),
  };
}

/**
 * The streams directly in the root of a compound file, the container of documents before 2007.
 * Source: [MS-CFB], Compound File Binary File Format.
 * Every method throws a RangeError or SyntaxError where the bytes contradict themselves.
 */
export class CompoundFile {
  readonly #bytes: Buffer;
  readonly #sectorSize: number;
  readonly #fat: Uint32Array;
  readonly #miniFat: Uint32Array;
  readonly #mini: Buffer;
  readonly #miniSize: number;
  readonly #cutoff: number;
  readonly #streams = new Map<string, Entry>();

  constructor(bytes: Buffer) {
    const [shift, miniShift] = [bytes.readUInt16LE(30), bytes.readUInt16LE(32)];
    if (bytes.toString('hex', 0, 8) !== COMPOUND_SIGN || (shift !== 9 && shift !== 12) || miniShift < 1 || miniShift > shift) throw new SyntaxError('no compound file');
    this.#bytes = bytes;
    this.#sectorSize = 1 << shift;
    this.#miniSize = 1 << miniShift;
    this.#cutoff = bytes.readUInt32LE(56);
    this.#fat = this.#numbers(this.#fatSectors());
    const directory = this.#join(this.#chain(bytes.readUInt32LE(48), this.#fat));
    const entries = Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, n) => entryAt(directory, n * ENTRY));
    const [root] = entries;
    if (!root) throw new SyntaxError('no root');
    this.#miniFat = this.#numbers(this.#chain(bytes.readUInt32LE(60), this.#fat));
    this.#mini = this.#join(this.#chain(root.start, this.#fat));
    const seen = new Set<number>();
    const waiting = [root.child];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const entry = entries[id];
      if (!entry || seen.has(id)) continue;
      seen.add(id);
      if (entry.type === STREAM) this.#streams.set(entry.name, entry);
      waiting.push(entry.left, entry.right);
    }
  }

  has(name: string): boolean {
    return this.#streams.has(name);
  }

  /** The bytes of a stream; null when the root has none of that name. */
  read(name: string): Buffer | null {
    const entry = this.#streams.get(name);
    if (!entry) return null;
    const whole = entry.size < this.#cutoff ? this.#joinMini(this.#chain(entry.start, this.#miniFat)) : this.#join(this.#chain(entry.start, this.#fat));
    if (whole.length < entry.size) throw new RangeError('a stream that is shorter than it says');
    return whole.subarray(0, entry.size);
  }

  #sector(number: number): Buffer {
    const from = (number + 1) * this.#sectorSize;
    // The last sector of a file may be cut at its last used byte.
    if (from >= this.#bytes.length) throw new RangeError('a sector beyond the end');
    return this.#bytes.subarray(from, from + this.#sectorSize);
  }

  /** Sectors of the table of sectors: the first in the header, the others in a chain that lists them. */
  #fatSectors(): number[] {
    const listed = Array.from({ length: LISTED }, (_, n) => this.#bytes.readUInt32LE(76 + n * 4));
    const most = Math.ceil(this.#bytes.length / this.#sectorSize);
    const perSector = this.#sectorSize / 4 - 1;
    let next = this.#bytes.readUInt32LE(68);
    for (let n = 0; next !== END && next !== NONE; n += 1) {
      if (n > most) throw new SyntaxError('a circle of sectors');
      const sector = this.#sector(next);
      for (let place = 0; place < perSector; place += 1) listed.push(sector.readUInt32LE(place * 4));
      next = sector.readUInt32LE(perSector * 4);
    }
    return listed.filter((number) => number < END - 3);
  }

  #numbers(sectors: readonly number[]): Uint32Array {
    const bytes = this.#join(sectors);
    return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, n) => bytes.readUInt32LE(n * 4));
  }

  #join(sectors: readonly number[]): Buffer {
    return Buffer.concat(sectors.map((number) => this.#sector(number)));
  }

  #joinMini(sectors: readonly number[]): Buffer {
    return Buffer.concat(sectors.map((number) => this.#mini.subarray(number * this.#miniSize, (number + 1) * this.#miniSize)));
  }

  #chain(start: number, table: Uint32Array): number[] {
    const chain: number[] = [];
    for (let next = start; next !== END && next !== NONE; next = table[next] ?? END) {
      if (next >= table.length || chain.length > table.length) throw new SyntaxError('a chain that does not end');
      chain.push(next);
    }
    return chain;
  }
}
