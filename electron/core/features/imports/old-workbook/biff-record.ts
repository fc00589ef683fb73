const CONTINUE = 0x3C;

/** A record with those that go on where it ended: a record holds 8,224 bytes at most. */
export interface BiffRecord { type: number; parts: Buffer[] }

/** Walks the records from a place on. @throws RangeError where one reaches beyond the end */
export function* biffRecords(stream: Buffer, from: number): Generator<BiffRecord> {
  let record: BiffRecord | null = null;
  for (let at = from; at + 4 <= stream.length;) {
    const [type, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    if (at + 4 + length > stream.length) {
      if (record) yield record;
      throw new RangeError('a record beyond the end');
    }
    const part = stream.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    if (type === CONTINUE && record) record.parts.push(part);
    else {
      if (record) yield record;
      record = { type, parts: [part] };
    }
  }
  if (record) yield record;
}

/** Reads numbers and texts out of a record. Every method throws a RangeError behind the last part. */
export class BiffReader {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at = 0;

  constructor({ parts }: BiffRecord) {
    this.#parts = parts;
  }

  u8(): number {
    return this.#here().readUInt8(this.#at++);
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return this.u16() + this.u16() * 0x1_0000;
  }

  skip(length: number): void {
    for (let left = length; left > 0;) {
      const step = Math.min(left, this.#here().length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** A text with its length before it, without its formatting and pronunciation. @param length how many letters; where absent it stands in two bytes */
  text(length = this.u16()): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const aside = flags & 4 ? this.u32() : 0;
    const text = this.#letters(length, (flags & 1) === 1);
    this.skip(runs * 4 + aside);
    return text;
  }

  #letters(length: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    for (let left = length; left > 0;) {
      // Where letters go on in the next part, it says anew how wide they are.
      if (this.#at >= this.#bytes().length) wide = (this.u8() & 1) === 1;
      const bytes = this.#here();
      const size = wide ? 2 : 1;
      const count = Math.min(left, Math.floor((bytes.length - this.#at) / size));
      if (count === 0) throw new RangeError('half a letter');
      text += bytes.toString(wide ? 'utf16le' : 'latin1', this.#at, this.#at + count * size);
      this.#at += count * size;
      left -= count;
    }
    return text;
  }

  #bytes(): Buffer {
    const bytes = this.#parts[this.#part];
    if (!bytes) throw new RangeError('behind the last part');
    return bytes;
  }

  /** The part to read from, moved on where one has ended. */
  #here(): Buffer {
    while (this.#at >= this.#bytes().length) {
      this.#part += 1;
      this.#at = 0;
    }
    return this.#bytes();
  }
}
