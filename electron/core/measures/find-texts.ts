import type Database from 'better-sqlite3';
import { indexQuery } from '#shared/domain/search/index-terms.ts';
import { searchKinds, type SearchKind } from '#shared/domain/search/model.ts';
import { isMatch, searchLine, type SearchQuery } from '#shared/domain/search/search-line.ts';
import { prepared } from '../db/prepared.ts';
import { docsOf } from './search-doc.ts';
import { readSources } from './search-sources.ts';

interface FoundDoc {
  doc: bigint;
  kind: SearchKind;
  id: string;
}

/** Walks the index from its newest document back, and no further than is asked for. */
const NEWEST = `
  SELECT d.doc, d.kind, d.id FROM (SELECT rowid AS doc FROM search_text WHERE search_text MATCH @match AND rowid <= @high ORDER BY rowid DESC LIMIT @limit) s
  CROSS JOIN search_doc d ON d.doc = s.doc ORDER BY s.doc DESC`;

/** The longest page: what is read before it is known whether it answers. */
const LONGEST_PAGE = 1_000;

/** The documents among these whose texts answer. */
function answering(db: Database.Database, docs: readonly FoundDoc[], query: SearchQuery): FoundDoc[] {
  const answers = new Set<string>();
  for (const [kind, some] of Map.groupBy(docs, (doc) => doc.kind)) {
    for (const { id, text } of readSources(db, kind, some.map((doc) => doc.id))) if (isMatch(searchLine(text), query)) answers.add(`${kind} ${id}`);
  }
  return docs.filter(({ kind, id }) => answers.has(`${kind} ${id}`));
}

/**
 * Ids of the newest things of each kind that answer a query, newest first: those for whose texts `isMatch` holds, as far
 * as the index has read. One walk goes through all kinds; of a kind that has enough it leaves out the rest.
 */
export function findTexts(db: Database.Database, query: SearchQuery, limit: number): Map<SearchKind, string[]> {
  const found = new Map<SearchKind, string[]>(searchKinds.map((kind) => [kind, []]));
  if (query.length === 0) return found;
  const { terms, beginnings, isExact } = indexQuery(query);
  // Tokens hold neither quotation marks nor spaces, so nothing that was typed is read as the index's own language.
  const match = [...terms.map((term) => `"${term}"`), ...beginnings.map((term) => `"${term}" *`)].join(' AND ');
  const walk = prepared<FoundDoc>(db, NEWEST).safeIntegers(true);
  let high = docsOf(searchKinds[searchKinds.length - 1] ?? 'account').high;
  let page = limit;
  for (;;) {
    const docs = walk.all({ match, high, limit: page });
    const answers = isExact ? docs : answering(db, docs, query);
    for (const { kind, id } of answers) {
      const ids = found.get(kind);
      if (ids && ids.length < limit) ids.push(id);
    }
    const last = docs.at(-1);
    if (!last || docs.length < page) return found;
    high = (found.get(last.kind)?.length === limit ? docsOf(last.kind).low : last.doc) - 1n;
    if (answers.length < docs.length) page = Math.max(limit, Math.min(page * 2, LONGEST_PAGE));
  }
}
