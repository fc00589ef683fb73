import type { Likeness, LikePair, LikeRecord } from './model.ts';

const WEIGHTS: Readonly<Record<Likeness['reason'], number>> = { name: 100, email: 90, mobile: 80, alias: 70, domain: 40, phone: 40, pinyin: 30 };

/** In larger crowds, such as a switchboard's number, each is held only against the first: pairs grow with the rows, not with their square. */
const CROWD = 12;

/** Two ids as one key, whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Records or pairs that are looked at between two chances to give way. */
const PORTION = 500;

interface Bucket {
  reason: Likeness['reason'];
  value: string | null;
  ids: string[];
}

function* bucketsOf(portions: Iterable<readonly LikeRecord[]>): Generator<number, Map<string, Bucket>> {
  const buckets = new Map<string, Bucket>();
  for (const records of portions) {
    for (const { id, keys } of records) {
      for (const { reason, key, value } of keys) {
        const name = `${reason}\n${key}`;
        const bucket = buckets.get(name);
        if (!bucket) buckets.set(name, { reason, value, ids: [id] });
        else if (bucket.ids.at(-1) !== id) bucket.ids.push(id);
      }
    }
    yield records.length;
  }
  return buckets;
}

function* pairsIn(ids: readonly string[]): Generator<[string, string]> {
  const [first] = ids;
  if (first === undefined) return;
  if (ids.length > CROWD) for (const other of ids.slice(1)) yield [first, other];
  else for (const [index, one] of ids.entries()) for (const other of ids.slice(index + 1)) yield [one, other];
}

type Stands = (pair: Pick<LikePair, 'firstId' | 'secondId'>, reasons: Likeness[]) => Likeness[];

type Found = Pick<LikePair, 'firstId' | 'secondId' | 'reasons'>;

function* pairsOf(buckets: Iterable<Bucket>): Generator<number, Map<string, Found>> {
  const found = new Map<string, Found>();
  let looked = 0;
  for (const { reason, value, ids } of buckets) {
    looked += 1;
    if (looked % PORTION === 0) yield 0;
    if (ids.length < 2) continue;
    for (const [firstId, secondId] of pairsIn(ids)) {
      if (firstId === secondId) continue;
      looked += 1;
      if (looked % PORTION === 0) yield 0;
      const key = pairKey(firstId, secondId);
      const pair = found.get(key) ?? { firstId, secondId, reasons: [] };
      if (!pair.reasons.some((one) => one.reason === reason)) pair.reasons.push({ reason, value });
      found.set(key, pair);
    }
  }
  return found;
}

function scored({ reasons, ...pair }: Found, stands: Stands): LikePair | null {
  // That the same name also sounds the same says nothing more.
  const said = reasons.some((one) => one.reason === 'name') ? reasons.filter((one) => one.reason !== 'pinyin' && one.reason !== 'alias') : reasons;
  const left = stands(pair, said).toSorted((a, b) => WEIGHTS[b.reason] - WEIGHTS[a.reason]);
  return left.length === 0 ? null : { ...pair, reasons: left, score: left.reduce((sum, one) => sum + WEIGHTS[one.reason], 0) };
}

const inOrder = (a: LikePair, b: LikePair): number => (pairKey(a.firstId, a.secondId) < pairKey(b.firstId, b.secondId) ? -1 : 1);

/**
 * Pairs of records that share a key, the likeliest first; found by what they share, not by comparing each with each.
 * It stops often, so that whoever drives it can give way.
 * @param portions the records, some at a time
 * @param stands which of a pair's reasons count for these two; none of them, no pair
 * @param limit how many pairs are wanted at most
 * @yields how many records were gone through since it last stopped
 */
export function* pairRecords(portions: Iterable<readonly LikeRecord[]>, stands: Stands, limit: number): Generator<number, LikePair[]> {
  const found = yield* pairsOf((yield* bucketsOf(portions)).values());
  const byScore = new Map<number, LikePair[]>();
  let looked = 0;
  for (const one of found.values()) {
    looked += 1;
    if (looked % PORTION === 0) yield 0;
    const pair = scored(one, stands);
    if (!pair) continue;
    const alike = byScore.get(pair.score);
    if (alike) alike.push(pair);
    else byScore.set(pair.score, [pair]);
  }
  const wanted: LikePair[] = [];
  for (const score of [...byScore.keys()].toSorted((a, b) => b - a)) {
    if (wanted.length >= limit) break;
    wanted.push(...(byScore.get(score) ?? []).toSorted(inOrder).slice(0, limit - wanted.length));
    yield 0;
  }
  return wanted;
}
