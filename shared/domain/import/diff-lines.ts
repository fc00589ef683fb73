import { completeLine, sameLine, type LineValues } from './order-line.ts';
import type { OrderLineRow } from './order-record.ts';

export interface StoredLine extends LineValues { lineNo: number }

export interface GivenLine { row: number; values: OrderLineRow['values']; productId: string | null }

export interface LineDifference {
  same: number;
  updates: StoredLine[];
  inserts: StoredLine[];
  removes: number[];
  /** Rows that may or may not be one of the stored lines, which only the whole order could tell. */
  unclear: GivenLine[];
}

/** Stored lines not yet paired, found by product so that a long order stays cheap. */
function poolOf(lines: readonly StoredLine[]) {
  const byProduct = Map.groupBy(lines, (line) => line.productId);
  return {
    count: (productId: string): number => byProduct.get(productId)?.length ?? 0,
    /** Takes the first line of the product (of any, for null) that fits. */
    take(productId: string | null, fits: (line: StoredLine) => boolean): StoredLine | undefined {
      for (const shelf of productId === null ? byProduct.values() : [byProduct.get(productId) ?? []]) {
        const index = shelf.findIndex(fits);
        if (index >= 0) return shelf.splice(index, 1)[0];
      }
      return undefined;
    },
    rest: (): StoredLine[] => [...byProduct.values()].flat().toSorted((a, b) => a.lineNo - b.lineNo),
  };
}

const changed = (stored: StoredLine, { values, productId }: GivenLine): StoredLine => ({ lineNo: stored.lineNo, ...completeLine(values, productId, stored) });

const isSame = (stored: StoredLine, line: GivenLine): boolean => sameLine(stored, changed(stored, line));

/**
 * What turns the lines of an order into those a file gives. Equal lines pair first, wherever they stand, then lines
 * of the same product, then the rest in order, so that little is written and line numbers stay.
 * @param stored lines in the book, by line number
 * @param partial the file holds rows of the order that could not be read: nothing is removed or guessed
 */
export function diffLines(stored: readonly StoredLine[], given: readonly GivenLine[], partial: boolean): LineDifference {
  const pool = poolOf(stored);
  const places = new Map(given.map((line, index) => [line, stored[index]]));
  const paired = new Set<GivenLine>();
  const pair = (line: GivenLine, fits: (before: StoredLine) => boolean): void => {
    if (!paired.has(line) && pool.take(line.productId, (before) => fits(before) && isSame(before, line))) paired.add(line);
  };
  // A line that names no product fits many: it takes what the others leave.
  for (const lines of [given.filter(({ productId }) => productId !== null), given.filter(({ productId }) => productId === null)]) {
    for (const line of lines) pair(line, (before) => before === places.get(line));
    for (const line of lines) pair(line, () => true);
  }
  const different = given.filter((line) => !paired.has(line));
  const updates: StoredLine[] = [];
  const unpaired = different.filter((line) => {
    if (line.productId === null || (partial && pool.count(line.productId) > 1)) return true;
    const before = pool.take(line.productId, () => true);
    if (before) updates.push(changed(before, line));
    return !before;
  });
  const same = given.length - different.length;
  const surplus = pool.rest();
  if (partial && surplus.length > 0) return { same, updates, inserts: [], removes: [], unclear: unpaired };
  updates.push(...unpaired.slice(0, surplus.length).flatMap((line, index) => (surplus[index] ? [changed(surplus[index], line)] : [])));
  const next = stored.reduce((highest, line) => Math.max(highest, line.lineNo), 0) + 1;
  const inserts = unpaired.slice(surplus.length).map((line, index) => ({ lineNo: next + index, ...completeLine(line.values, line.productId, null) }));
  return { same, updates, inserts, removes: surplus.slice(unpaired.length).map((line) => line.lineNo), unclear: [] };
}
