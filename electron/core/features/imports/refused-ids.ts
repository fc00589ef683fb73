/**
 * External ids of rows that were refused and that no record has yet. A later row of such an id is refused as well:
 * taken, it would make a record to which the refused row would apply the next time, and one file would come to two ends.
 */
export class RefusedIds {
  readonly #ids = new Set<string>();

  /** @param known records that have the id already */
  note(externalId: string | undefined, known: readonly string[]): void {
    if (externalId !== undefined && known.length === 0) this.#ids.add(externalId);
  }

  has(externalId: string | undefined): boolean {
    return externalId !== undefined && this.#ids.has(externalId);
  }
}
