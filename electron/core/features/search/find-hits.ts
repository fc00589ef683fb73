import type Database from 'better-sqlite3';
import type { SearchHit } from '#shared/contract/search.ts';
import { nameQuery, type NameMatch } from '#shared/domain/name/match-name.ts';
import { markMatches, snippetOf } from '#shared/domain/search/mark-matches.ts';
import { searchKinds, type SearchKind } from '#shared/domain/search/model.ts';
import { readQuery, type SearchQuery } from '#shared/domain/search/search-line.ts';
import { prepared } from '#core/db/prepared.ts';
import { findNames } from '#core/measures/find-names.ts';
import { findTexts } from '#core/measures/find-texts.ts';
import { answeringName, readFormerNames } from './former-names.ts';
import { HIT_SOURCES, type HitRow } from './hit-sources.ts';

export interface HitGroup {
  kind: SearchKind;
  hits: SearchHit[];
  more: boolean;
}

interface Found {
  id: string;
  /** How today's name answers. */
  name: NameMatch | null;
}

interface Asked {
  asked: string;
  query: SearchQuery;
  /** What those found were called before a merge. */
  former: ReadonlyMap<string, string[]>;
}

/** Accounts and people alone are called by a name. */
const isNamed = (kind: SearchKind): kind is 'account' | 'person' => kind === 'account' || kind === 'person';
const FORMER = { account: 'formerAccount', person: 'formerPerson' } as const;

/** Names that answer, those of today before those from before a merge. */
function namesOf(db: Database.Database, kind: SearchKind, text: string, limit: number): Found[] {
  if (!isNamed(kind)) return [];
  const named = (of: string) => findNames(db, { query: nameQuery(text), kinds: [of], limit });
  const now = named(kind).map(({ id, match }) => ({ id, name: match }));
  const known = new Set(now.map(({ id }) => id));
  return [...now, ...named(FORMER[kind]).filter(({ id }) => !known.has(id)).map(({ id }) => ({ id, name: null }))];
}

function toHit(kind: SearchKind, { name }: Found, { body, title, ...row }: HitRow, { asked, query, former }: Asked): SearchHit {
  const marked = markMatches(title, query);
  const hit = { ...row, kind, title: marked, formerName: null, pinyin: null, snippet: null };
  // By its name it was found, and what else holds the letters would only distract.
  if (name || marked.marks.length > 0) return { ...hit, pinyin: name?.pinyin ?? null };
  const formerly = isNamed(kind) ? answeringName(former.get(row.id) ?? [], kind, asked, query) : null;
  return formerly ? { ...hit, formerName: formerly.name, pinyin: formerly.pinyin } : { ...hit, snippet: snippetOf(body, query) };
}

/**
 * What answers a text, in groups; groups with nothing are left out.
 * @param limit hits of each kind
 */
export function findHits(db: Database.Database, text: string, limit: number): HitGroup[] {
  const asked = text.trim();
  const query = readQuery(asked);
  if (query.length === 0) return [];
  const texts = findTexts(db, query, limit + 1);
  return searchKinds.flatMap((kind): HitGroup[] => {
    const names = namesOf(db, kind, asked, limit + 1);
    const known = new Set(names.map(({ id }) => id));
    // What was found by its name is not found again by its words.
    const found = [...names, ...(texts.get(kind) ?? []).filter((id) => !known.has(id)).map((id): Found => ({ id, name: null }))];
    if (found.length === 0) return [];
    const shown = found.slice(0, limit);
    const former = isNamed(kind) ? readFormerNames(db, kind, shown.filter(({ name }) => !name).map(({ id }) => id)) : new Map<string, string[]>();
    const rows = new Map(prepared<HitRow>(db, HIT_SOURCES[kind]).all({ ids: JSON.stringify(shown.map(({ id }) => id)) }).map((row) => [row.id, row]));
    const hits = shown.flatMap((one) => {
      // The index may still know what is gone since.
      const row = rows.get(one.id);
      return row ? [toHit(kind, one, row, { asked, query, former })] : [];
    });
    return hits.length === 0 ? [] : [{ kind, hits, more: found.length > limit }];
  });
}
