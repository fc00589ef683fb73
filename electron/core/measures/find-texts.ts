import type Database from 'better-sqlite3';
import { searchKinds, type SearchKind } from '#shared/domain/search/model.ts';
import type { SearchQuery } from '#shared/domain/search/search-line.ts';
import { isWord } from '#shared/domain/search/tokenise.ts';
import { prepared } from '../db/prepared.ts';
import { docsOf } from './search-doc.ts';

interface FoundDoc {
  doc: bigint;
  kind: SearchKind;
  id: string;
}

/** Walks the index from its newest document back, and no further than is asked for. */
const NEWEST = `
  SELECT d.doc, d.kind, d.id FROM (SELECT rowid AS doc FROM search_text WHERE search_text MATCH @match AND rowid <= @high ORDER BY rowid DESC LIMIT @limit) s
  CROSS JOIN search_doc d ON d.doc = s.doc ORDER BY s.doc DESC`;

/** A part as the index is asked for it. One letter alone is looked up where beginnings of one letter are kept. */
function matchOf(part: readonly string[]): string {
  const last = part.at(-1) ?? '';
  if (!isWord(last)) return `line : "${part.join(' ')}"`;
  return part.length === 1 && [...last].length === 1 ? `letters : "${last}"` : `line : "${part.join(' ')}" *`;
}

/**
 * Ids of the newest things of each kind that answer a query, newest first: those for whose texts `isMatch` holds, as far
 * as the index has read. One walk goes through all kinds; of a kind that has enough it leaves out the rest.
 */
export function findTexts(db: Database.Database, query: SearchQuery, limit: number): Map<SearchKind, string[]> {
  const found = new Map<SearchKind, string[]>(searchKinds.map((kind) => [kind, []]));
  if (query.length === 0) return found;
  // Tokens hold neither quotation marks nor spaces, so nothing that was typed is read as the index's own language.
  const match = query.map((part) => `(${matchOf(part)})`).join(' AND ');
  const walk = prepared<FoundDoc>(db, NEWEST).safeIntegers(true);
  let high = docsOf(searchKinds[searchKinds.length - 1] ?? 'account').high;
  for (;;) {
    const docs = walk.all({ match, high, limit });
    for (const { kind, id } of docs) {
      const ids = found.get(kind);
      if (ids && ids.length < limit) ids.push(id);
    }
    const last = docs.at(-1);
    if (!last || docs.length < limit) return found;
    high = (found.get(last.kind)?.length === limit ? docsOf(last.kind).low : last.doc) - 1n;
  }
}
