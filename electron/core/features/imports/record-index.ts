import type { ProblemCode } from '#shared/domain/import/problems.ts';
import { nameKey } from '#shared/domain/import/text.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { KeyIndex } from './key-index.ts';

export interface IndexedRow { id: string; name: string; alias?: string | null; external_id: string | null }

/** All accounts, or all products, by what files call them; kept up with what the running import plans. */
export class RecordIndex {
  readonly #external = new KeyIndex();
  readonly #names = new KeyIndex();
  readonly #aliases = new KeyIndex();
  readonly #withExternal = new Set<string>();
  readonly #nameOf = new Map<string, string>();
  /** What merged records were called, as `name` or ` number` of files. */
  readonly #former = new Set<string>();

  load(rows: Iterable<IndexedRow>): void {
    for (const each of [this.#external, this.#names, this.#aliases, this.#withExternal, this.#nameOf, this.#former]) each.clear();
    for (const row of rows) this.set(row);
  }

  /** Learns a record, or what it is called from now on. */
  set({ id, name, alias, external_id: externalId }: IndexedRow): void {
    const key = nameKey(name);
    const before = this.#nameOf.get(id);
    if (before !== undefined && before !== key) this.#names.remove(before, id);
    this.#nameOf.set(id, key);
    this.#names.add(key, id);
    if (alias) this.#aliases.add(nameKey(alias), id);
    if (externalId === null) return;
    this.#external.add(externalId, id);
    this.#withExternal.add(id);
  }

  /** Learns what a row says of a record; what it leaves open stays. */
  learn({ id, name, externalId }: { id: string; name: string | undefined; externalId: string | undefined }): void {
    const called = name === undefined ? this.#nameOf.get(id) : nameKey(name);
    if (called !== undefined) this.set({ id, name: called, external_id: externalId ?? null });
  }

  /** Learns what records that were merged into others were called, where no record is called so now; call after `load`. */
  learnFormer(rows: Iterable<IndexedRow>): void {
    for (const { id, name, external_id: externalId } of rows) {
      const key = nameKey(name);
      if (this.#names.all(key).length === 0) {
        this.#names.add(key, id);
        this.#former.add(key);
      }
      if (externalId === null || this.#external.all(externalId).length > 0) continue;
      this.#external.add(externalId, id);
      this.#former.add(` ${externalId}`);
    }
  }

  /** Whether a file calls a record by a name or number that it had before a merge, and that must not come back. */
  isFormer(name: string | undefined, externalId: string | undefined): boolean {
    return (externalId !== undefined && this.#former.has(` ${externalId}`)) || (name !== undefined && this.#former.has(nameKey(name)));
  }

  /**
   * The records that a row of their own file may be about; none for a new one. An external id that is not in the book
   * yet may belong to a record of that name which has none, but never to one that has another.
   */
  match(name: string | undefined, externalId: string | undefined): readonly string[] {
    const known = externalId === undefined ? [] : this.#external.all(externalId);
    if (known.length > 0 || name === undefined) return known;
    return this.#unlessOther(this.#names.all(nameKey(name)), externalId);
  }

  /** The one account that another record names: by external id first, then by name, then by its other name. */
  resolve(name: string | undefined, externalId: string | undefined): Result<string, ProblemCode> {
    const matched = this.match(name, externalId);
    const found = matched.length > 0 || name === undefined ? matched : this.#unlessOther(this.#aliases.all(nameKey(name)), externalId);
    if (found.length > 1) return fail('account-ambiguous');
    return found[0] === undefined ? fail('account-not-found') : ok(found[0]);
  }

  #unlessOther(ids: readonly string[], externalId: string | undefined): readonly string[] {
    return externalId === undefined ? ids : ids.filter((id) => !this.#withExternal.has(id));
  }
}
