/** Values by parameter name, as better-sqlite3 binds them. */
export type Bindings = Record<string, string | number>;

/** Collects the values of a statement under construction: SQL text holds names only, never a value. */
export class SqlText {
  readonly bindings: Bindings = {};
  #count = 0;

  /**
   * @returns the expression that stands for `value`. The plus keeps SQLite (built with STAT4) from planning by the value
   * itself: a statement planned so is prepared anew at each run, which costs several times what a short one takes.
   */
  bind(value: string | number): string {
    const name = `p${this.#count++}`;
    this.bindings[name] = value;
    return `+@${name}`;
  }
}
