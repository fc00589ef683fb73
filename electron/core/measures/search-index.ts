import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { SearchKind } from '#shared/domain/search/model.ts';
import { firstLetters, searchLine } from '#shared/domain/search/search-line.ts';
import type { Book } from '../db/book.ts';
import { prepared } from '../db/prepared.ts';
import { refreshNameKeys } from './refresh-name-keys.ts';
import { namesAreBehind, noteChanges, searchIsBehind } from './search-changes.ts';
import { firstDoc, lastDoc } from './search-doc.ts';
import { SEARCH_SOURCES } from './search-sources.ts';

/** Names read at once, between which saves and questions have their turn. */
const NAMES_AT_ONCE = 300;

interface Todo {
  kind: SearchKind | 'colleague';
  id: string;
}

interface Source {
  id: string;
  at: number;
  text: string;
}

/** A statement whose numbers are document numbers, too large for plain ones. */
function ofDocs(db: Database.Database, sql: string): Database.Statement<unknown[], { doc: bigint }> {
  return prepared<{ doc: bigint }>(db, sql).safeIntegers(true);
}

/** The number for a document that is new or whose time has changed: after the others of its second. */
function freeDoc(db: Database.Database, kind: SearchKind, at: number): bigint {
  const first = firstDoc(kind, at);
  const last = ofDocs(db, 'SELECT doc FROM search_doc WHERE doc BETWEEN ? AND ? ORDER BY doc DESC LIMIT 1').get(first, lastDoc(first));
  return last ? last.doc + 1n : first;
}

function writeDoc(db: Database.Database, kind: SearchKind, id: string, source: Source | undefined): void {
  let doc = ofDocs(db, 'SELECT doc FROM search_doc WHERE kind = ? AND id = ?').get(kind, id)?.doc;
  if (doc !== undefined) {
    ofDocs(db, 'DELETE FROM search_text WHERE rowid = ?').run(doc);
    const first = source && firstDoc(kind, source.at);
    if (first === undefined || doc < first || doc > lastDoc(first)) {
      ofDocs(db, 'DELETE FROM search_doc WHERE doc = ?').run(doc);
      doc = undefined;
    }
  }
  if (!source) return;
  if (doc === undefined) {
    doc = freeDoc(db, kind, source.at);
    ofDocs(db, 'INSERT INTO search_doc (doc, kind, id) VALUES (?, ?, ?)').run(doc, kind, id);
  }
  const line = searchLine(source.text);
  ofDocs(db, 'INSERT INTO search_text (rowid, line, letters) VALUES (?, ?, ?)').run(doc, line, firstLetters(line));
}

const NAMED = "kind IN ('account', 'colleague', 'person')";

/** What to read next: names first, which are few and asked for most. */
function nextTodo(db: Database.Database, limit: number): Todo[] {
  const of = (which: string, most: number): Todo[] => prepared<Todo>(db, `SELECT kind, id FROM search_todo WHERE ${which} LIMIT +?`).all(most);
  const names = of(NAMED, limit);
  return [...names, ...of(`NOT ${NAMED}`, limit - names.length)];
}

/** Reads some of what is behind into the index and the name keys, inside the caller's transaction. */
function indexSlice(db: Database.Database, limit: number): void {
  const todo = nextTodo(db, limit);
  for (const [kind, things] of Map.groupBy(todo, (one) => one.kind)) {
    const ids = things.map(({ id }) => id);
    if (kind === 'account' || kind === 'person' || kind === 'colleague') refreshNameKeys(db, kind, ids);
    if (kind !== 'colleague') {
      const sources = new Map(prepared<Source>(db, SEARCH_SOURCES[kind]).all({ ids: JSON.stringify(ids) }).map((row) => [row.id, row]));
      for (const id of ids) writeDoc(db, kind, id, sources.get(id));
    }
    prepared(db, 'DELETE FROM search_todo WHERE kind = ? AND id IN (SELECT value FROM json_each(+?))').run(kind, JSON.stringify(ids));
  }
}

/**
 * Brings search up with the change log by at most `limit` things, in a transaction of its own.
 * A book that may only be read stays as it is.
 * @returns whether more is left to do
 */
export function catchUpSearch(book: Book, limit: number): boolean {
  if (book.readOnly || !searchIsBehind(book.db)) return false;
  book.writeLocal(() => {
    noteChanges(book.db);
    indexSlice(book.db, limit);
  });
  return searchIsBehind(book.db);
}

/** Until the names of people and colleagues are those of the change log; a large import leaves seconds of work behind. */
export async function catchUpNames(book: Book): Promise<void> {
  while (book.db.open && namesAreBehind(book.db) && catchUpSearch(book, NAMES_AT_ONCE)) await setImmediate();
}

/** Brings search up with the change log and takes what was removed out of the index's own pages, where it would outlive its row. */
export function purgeSearch(book: Book): void {
  while (catchUpSearch(book, 1_000));
  if (!book.readOnly) book.writeLocal(() => prepared(book.db, "INSERT INTO search_text (search_text) VALUES ('optimize')").run());
}
