import type Database from 'better-sqlite3';
import type { MarkedText } from '#shared/contract/search.ts';
import { matchName, nameQuery, type NameMatch } from '#shared/domain/name/match-name.ts';
import { markMatches } from '#shared/domain/search/mark-matches.ts';
import type { SearchQuery } from '#shared/domain/search/search-line.ts';
import { prepared } from '#core/db/prepared.ts';
import { nameKeys } from '#core/measures/name-keys.ts';

export interface FormerName {
  name: MarkedText;
  pinyin: NameMatch['pinyin'];
}

/** Comes after every match of a name as a whole: only some words of it answer. */
const BY_WORDS = 3;

/** The names that records of these ids had before a merge. */
export function readFormerNames(db: Database.Database, kind: 'account' | 'person', ids: readonly string[]): Map<string, string[]> {
  const rows = ids.length === 0 ? [] : prepared<{ id: string; name: string }>(db, `
    SELECT DISTINCT k.${kind}_id AS id, k.name FROM json_each(+?) j CROSS JOIN ${kind}_known_as k ON k.${kind}_id = j.value ORDER BY k.name`).all(JSON.stringify(ids));
  return new Map([...Map.groupBy(rows, (row) => row.id)].map(([id, named]) => [id, named.map(({ name }) => name)]));
}

/** Which of these names answers best what was typed; null when none does. */
export function answeringName(names: readonly string[], kind: 'account' | 'person', text: string, query: SearchQuery): FormerName | null {
  let best: FormerName | null = null;
  let least = BY_WORDS + 1;
  for (const each of names) {
    const match = matchName(nameKeys([each], kind === 'person'), nameQuery(text));
    const name = markMatches(each, query);
    const rank = match?.rank ?? (name.marks.length > 0 ? BY_WORDS : least);
    if (rank >= least) continue;
    least = rank;
    best = { name, pinyin: match?.pinyin ?? null };
  }
  return best;
}
