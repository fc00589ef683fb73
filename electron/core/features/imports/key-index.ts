/** Several records may share a key, and then the key alone does not say which is meant. */
export class KeyIndex {
  readonly #ids = new Map<string, string[]>();

  add(key: string, id: string): void {
    const ids = this.#ids.get(key);
    if (!ids) this.#ids.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }

  remove(key: string, id: string): void {
    const left = this.all(key).filter((each) => each !== id);
    if (left.length > 0) this.#ids.set(key, left);
    else this.#ids.delete(key);
  }

  all(key: string): readonly string[] {
    return this.#ids.get(key) ?? [];
  }

  clear(): void {
    this.#ids.clear();
  }
}
