import type Database from 'better-sqlite3';
import type { NameHit, nameKinds } from '#shared/contract/people.ts';
import { nameQuery } from '#shared/domain/name/match-name.ts';
import { prepared } from '#core/db/prepared.ts';
import { findNames } from '#core/measures/find-names.ts';

type NameKind = (typeof nameKinds)[number];

export interface NameRequest {
  text: string;
  kinds: readonly NameKind[];
  accountId?: string | null | undefined;
  limit: number;
}

interface Named {
  id: string;
  accountId: string | null;
  name: string;
  detail: string | null;
}

/** Of a person with several positions the one at the account asked for is shown, else the first. */
const NAMED: Readonly<Record<NameKind, string>> = {
  // The second name too: whoever found the account by it must see why.
  account: `SELECT x.id, x.id AS accountId, x.name, nullif(concat_ws(' · ', nullif(x.alias, ''), nullif(x.city, '')), '') AS detail
    FROM json_each(+@ids) j CROSS JOIN account x ON x.id = j.value`,
  person: `SELECT x.id, o.account_id AS accountId, x.name, coalesce(nullif(o.title, '') || ' · ', '') || a.name AS detail
    FROM json_each(+@ids) j CROSS JOIN person x ON x.id = j.value
    CROSS JOIN position o ON o.id = (SELECT q.id FROM position q WHERE q.person_id = x.id ORDER BY q.account_id IS +@accountId DESC, q.id LIMIT 1)
    CROSS JOIN account a ON a.id = o.account_id`,
  colleague: 'SELECT x.id, NULL AS accountId, x.name, x.title AS detail FROM json_each(+@ids) j CROSS JOIN colleague x ON x.id = j.value',
};

/** Accounts, people and colleagues by name, pinyin or initials: the account asked for and its people first, beginnings before the rest. */
export function findPeople(db: Database.Database, { text, kinds, accountId = null, limit }: NameRequest): NameHit[] {
  const own = accountId === null ? [] : prepared<{ id: string }>(db, 'SELECT person_id AS id FROM position WHERE account_id = +?').all(accountId).map(({ id }) => id);
  const hits = findNames(db, { query: nameQuery(text), kinds, limit, first: accountId === null ? [] : [accountId, ...own] });
  const named = new Map<string, Named>();
  for (const kind of new Set(hits.map((hit) => hit.kind as NameKind))) {
    const ids = JSON.stringify(hits.filter((hit) => hit.kind === kind).map(({ id }) => id));
    for (const row of prepared<Named>(db, NAMED[kind]).all({ ids, ...(kind === 'person' ? { accountId } : {}) })) named.set(`${kind} ${row.id}`, row);
  }
  return hits.flatMap(({ kind, id, match }) => {
    const row = named.get(`${kind} ${id}`);
    return row ? [{ kind: kind as NameKind, id, accountId: row.accountId, name: row.name, detail: row.detail, pinyin: match.pinyin }] : [];
  });
}
