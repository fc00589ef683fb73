import { searchKinds, type SearchKind } from '#shared/domain/search/model.ts';

/** Bits of a document's number: kind, second, and a count of those of the same second (a day's orders are all of one). */
const COUNT_BITS = 26n;
const KIND_BITS = 60n;
/** Seconds before 1970 become positive. */
const EPOCH = 2n ** 33n;

/** The first document number of a kind at a moment (ms UTC). */
export function firstDoc(kind: SearchKind, atMs: number): bigint {
  return (BigInt(searchKinds.indexOf(kind)) << KIND_BITS) + ((BigInt(Math.floor(atMs / 1000)) + EPOCH) << COUNT_BITS);
}

/** The last number that may stand at the same moment as this first one. */
export const lastDoc = (first: bigint): bigint => first + (1n << COUNT_BITS) - 1n;

/** The numbers that documents of a kind can have, both ends included. */
export function docsOf(kind: SearchKind): { low: bigint; high: bigint } {
  const low = BigInt(searchKinds.indexOf(kind)) << KIND_BITS;
  return { low, high: low + (1n << KIND_BITS) - 1n };
}
