import type Database from 'better-sqlite3';
import type { LikePair, RecordKind } from '#shared/domain/duplicates/model.ts';
import { pairKey, pairRecords } from '#shared/domain/duplicates/pair-records.ts';
import { prepared } from '#core/db/prepared.ts';
import { AccountTree } from './account-tree.ts';
import { readAccountLooks, readPersonLooks } from './read-looks.ts';

/** More pairs than this are not gone through one by one; the likeliest are listed. */
export const PAIR_CAP = 500;

export type DuplicatePairs = Readonly<Record<RecordKind, readonly LikePair[]>>;

/** What one group of companies shares without being one company. */
const GROUP_SHARES = new Set(['domain', 'phone']);

function apart(db: Database.Database, kind: RecordKind): Set<string> {
  return new Set(prepared<{ firstId: string; secondId: string }>(db, 'SELECT first_id AS firstId, second_id AS secondId FROM distinct_pair WHERE kind = ?').all(kind)
    .map(({ firstId, secondId }) => pairKey(firstId, secondId)));
}

/** How many records a search goes through. */
export function countRecords(db: Database.Database): number {
  return prepared<{ n: number }>(db, 'SELECT (SELECT count(*) FROM account) + (SELECT count(DISTINCT person_id) FROM position) AS n').get()?.n ?? 0;
}

/** The likeliest pairs of accounts and of people, without those that a person told apart; it stops often to let others go first, and yields how many records were gone through since. */
export function* findDuplicates(db: Database.Database): Generator<number, DuplicatePairs> {
  const tree = new AccountTree(db);
  const accountsApart = apart(db, 'account');
  const account = yield* pairRecords(readAccountLooks(db), ({ firstId, secondId }, reasons) => {
    if (accountsApart.has(pairKey(firstId, secondId))) return [];
    if (tree.lineOf(firstId).includes(secondId) || tree.lineOf(secondId).includes(firstId)) return [];
    return tree.headOf(firstId) === tree.headOf(secondId) ? reasons.filter(({ reason }) => !GROUP_SHARES.has(reason)) : reasons;
  }, PAIR_CAP);
  const peopleApart = apart(db, 'person');
  const person = yield* pairRecords(readPersonLooks(db, tree), ({ firstId, secondId }, reasons) => (peopleApart.has(pairKey(firstId, secondId)) ? [] : reasons), PAIR_CAP);
  return { account, person };
}
