import type { Likeness, LikePair, LikeRecord } from './model.ts';

const WEIGHTS: Readonly<Record<Likeness['reason'], number>> = { name: 100, email: 90, mobile: 80, alias: 70, domain: 40, phone: 40, pinyin: 30 };

/** In larger crowds, such as a switchboard's number, each is held only against the first: pairs grow with the rows, not with their square. */
const CROWD = 12;

/** Two ids as one key, whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function bucketsOf(records: Iterable<LikeRecord>): Map<string, { reason: Likeness['reason']; value: string | null; ids: string[] }> {
  const buckets = new Map<string, { reason: Likeness['reason']; value: string | null; ids: string[] }>();
  for (const { id, keys } of records) {
    for (const { reason, key, value } of keys) {
      const name = `${reason}\n${key}`;
      const bucket = buckets.get(name);
      if (!bucket) buckets.set(name, { reason, value, ids: [id] });
      else if (bucket.ids.at(-1) !== id) bucket.ids.push(id);
    }
  }
  return buckets;
}

function* pairsIn(ids: readonly string[]): Generator<[string, string]> {
  const [first] = ids;
  if (first === undefined) return;
  if (ids.length > CROWD) for (const other of ids.slice(1)) yield [first, other];
  else for (const [index, one] of ids.entries()) for (const other of ids.slice(index + 1)) yield [one, other];
}

/**
 * Pairs of records that share a key, the likeliest first; found by what they share, not by comparing each with each.
 * @param stands which of a pair's reasons count for these two; none of them, no pair
 */
export function pairRecords(records: Iterable<LikeRecord>, stands: (pair: Pick<LikePair, 'firstId' | 'secondId'>, reasons: Likeness[]) => Likeness[]): LikePair[] {
  const found = new Map<string, { firstId: string; secondId: string; reasons: Likeness[] }>();
  for (const { reason, value, ids } of bucketsOf(records).values()) {
    if (ids.length < 2) continue;
    for (const [firstId, secondId] of pairsIn(ids)) {
      if (firstId === secondId) continue;
      const key = pairKey(firstId, secondId);
      const pair = found.get(key) ?? { firstId, secondId, reasons: [] };
      if (!pair.reasons.some((one) => one.reason === reason)) pair.reasons.push({ reason, value });
      found.set(key, pair);
    }
  }
  return [...found.values()].flatMap(({ reasons, ...pair }) => {
    // That the same name also sounds the same says nothing more.
    const said = reasons.some((one) => one.reason === 'name') ? reasons.filter((one) => one.reason !== 'pinyin' && one.reason !== 'alias') : reasons;
    const left = stands(pair, said).toSorted((a, b) => WEIGHTS[b.reason] - WEIGHTS[a.reason]);
    return left.length === 0 ? [] : [{ ...pair, reasons: left, score: left.reduce((sum, one) => sum + WEIGHTS[one.reason], 0) }];
  }).toSorted((a, b) => b.score - a.score || (pairKey(a.firstId, a.secondId) < pairKey(b.firstId, b.secondId) ? -1 : 1));
}
