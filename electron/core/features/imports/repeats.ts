type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Which records this run has already met, and with what values: a second row of the same record may say the same or
 * more, as customer lists with a line for each contact do; one that says otherwise contradicts the first.
 */
export class Repeats {
  readonly #met = new Map<string, Values>();

  /** @returns `new` the first time, then `same`, `more` for values that were not given before, or `other` */
  meet(id: string, values: Values): 'new' | 'same' | 'more' | 'other' {
    const before = this.#met.get(id);
    if (before === undefined) {
      this.#met.set(id, values);
      return 'new';
    }
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    if (given.some(([field, value]) => before[field] !== undefined && before[field] !== value)) return 'other';
    if (given.every(([field]) => before[field] !== undefined)) return 'same';
    this.#met.set(id, { ...before, ...Object.fromEntries(given) });
    return 'more';
  }
}
