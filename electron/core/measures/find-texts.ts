import type Database from 'better-sqlite3';
import type { SearchKind } from '#shared/domain/search/model.ts';
import type { SearchQuery } from '#shared/domain/search/search-line.ts';
import { isWord } from '#shared/domain/search/tokenise.ts';
import { prepared } from '../db/prepared.ts';
import { docsOf } from './search-doc.ts';

/** Walks one kind's part of the index from its newest document back, and no further than is asked for. */
const NEWEST = `
  SELECT d.id FROM (SELECT rowid AS doc FROM search_text WHERE search_text MATCH @match AND rowid BETWEEN @low AND @high ORDER BY rowid DESC LIMIT @limit) s
  CROSS JOIN search_doc d ON d.doc = s.doc ORDER BY s.doc DESC`;

/** A part as the index is asked for it. One letter alone is looked up where beginnings of one letter are kept. */
function matchOf(part: readonly string[]): string {
  const last = part.at(-1) ?? '';
  if (!isWord(last)) return `line : "${part.join(' ')}"`;
  return part.length === 1 && [...last].length === 1 ? `letters : "${last}"` : `line : "${part.join(' ')}" *`;
}

/** Ids of the newest things of a kind that answer a query, newest first: those for whose texts `isMatch` holds, as far as the index has read. */
export function findTexts(db: Database.Database, kind: SearchKind, query: SearchQuery, limit: number): string[] {
  if (query.length === 0) return [];
  // Tokens hold neither quotation marks nor spaces, so nothing that was typed is read as the index's own language.
  const match = query.map((part) => `(${matchOf(part)})`).join(' AND ');
  return prepared<{ id: string }>(db, NEWEST).all({ match, limit, ...docsOf(kind) }).map(({ id }) => id);
}
