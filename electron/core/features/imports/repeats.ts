/**
 * Two hashes of 32 bits over the same text (FNV-1a with two beginnings), as one number of 53 bits: that two records of
 * an import differ and still agree in it happens once in many millions of imports.
 */
function fingerprint(text: string): number {
  let [low, high] = [0x811c9dc5, 0x3f4e5a67];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x01000193) ^ (high >>> 15);
  }
  return (low >>> 0) * 0x200000 + ((high >>> 0) & 0x1fffff);
}

/**
 * Which records this run has already met, and with what values: a second row of the same record with the same values
 * says nothing new, one with other values contradicts the first. One number for each record, none for order lines.
 */
export class Repeats {
  readonly #met = new Map<string, number>();

  /** @returns `new` the first time, then `same` or `other` */
  meet(id: string, values: object): 'new' | 'same' | 'other' {
    const said = fingerprint(JSON.stringify(values));
    const before = this.#met.get(id);
    if (before === undefined) {
      this.#met.set(id, said);
      return 'new';
    }
    return before === said ? 'same' : 'other';
  }
}
