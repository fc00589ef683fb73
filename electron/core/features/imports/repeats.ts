import { hash } from 'node:crypto';

/**
 * Which records this run has already met, and with what values: a second row of the same record with the same values
 * says nothing new, one with other values contradicts the first. One small entry for each record, none for order lines.
 */
export class Repeats {
  readonly #met = new Map<string, string>();

  /** @returns `new` the first time, then `same` or `other` */
  meet(id: string, values: object): 'new' | 'same' | 'other' {
    const said = hash('sha1', JSON.stringify(values), 'base64url');
    const before = this.#met.get(id);
    if (before === undefined) {
      this.#met.set(id, said);
      return 'new';
    }
    return before === said ? 'same' : 'other';
  }
}
