import type Database from 'better-sqlite3';
import type { SearchHit } from '#shared/contract/search.ts';
import { nameQuery, type NameMatch } from '#shared/domain/name/match-name.ts';
import { markMatches, snippetOf } from '#shared/domain/search/mark-matches.ts';
import { searchKinds, type SearchKind } from '#shared/domain/search/model.ts';
import { readQuery, type SearchQuery } from '#shared/domain/search/search-line.ts';
import { prepared } from '#core/db/prepared.ts';
import { findNames } from '#core/measures/find-names.ts';
import { findTexts } from '#core/measures/find-texts.ts';
import { HIT_SOURCES, type HitRow } from './hit-sources.ts';

export interface HitGroup {
  kind: SearchKind;
  hits: SearchHit[];
  more: boolean;
}

interface Found {
  id: string;
  name: NameMatch | null;
}

/** Names that answer; of accounts and people only, since nothing else is called by a name. */
function namesOf(db: Database.Database, kind: SearchKind, text: string, limit: number): Found[] {
  if (kind !== 'account' && kind !== 'person') return [];
  return findNames(db, { query: nameQuery(text), kinds: [kind], limit }).map(({ id, match }) => ({ id, name: match }));
}

function toHit(kind: SearchKind, { name }: Found, { body, title, ...row }: HitRow, query: SearchQuery): SearchHit {
  const marked = markMatches(title, query);
  // By its name it was found, and what else holds the letters would only distract.
  const snippet = name || marked.marks.length > 0 ? null : snippetOf(body, query);
  return { ...row, kind, title: marked, pinyin: name?.pinyin ?? null, snippet };
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
    const rows = new Map(prepared<HitRow>(db, HIT_SOURCES[kind]).all({ ids: JSON.stringify(shown.map(({ id }) => id)) }).map((row) => [row.id, row]));
    const hits = shown.flatMap((one) => {
      // The index may still know what is gone since.
      const row = rows.get(one.id);
      return row ? [toHit(kind, one, row, query)] : [];
    });
    return hits.length === 0 ? [] : [{ kind, hits, more: found.length > limit }];
  });
}
