import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { indexTerms } from '#shared/domain/search/index-terms.ts';
import type { SearchKind } from '#shared/domain/search/model.ts';
import type { Book } from '../db/book.ts';
import { prepared } from '../db/prepared.ts';
import { refreshNameKeys } from './refresh-name-keys.ts';
import { namesAreBehind, noteChanges, searchIsBehind } from './search-changes.ts';
import { firstDoc, lastDoc } from './search-doc.ts';
import { readSources, type SearchSource } from './search-sources.ts';

/** Names read at once, between which saves and questions have their turn. */
const NAMES_AT_ONCE = 300;

interface Todo {
  kind: SearchKind | 'colleague';
  id: string;
}

interface Doc {
  doc: bigint;
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

/** Takes out what the index knows of a thing; its number stays its own while its second does. */
function takeOut(db: Database.Database, kind: SearchKind, id: string, source: SearchSource | undefined): bigint | undefined {
  const doc = ofDocs(db, 'SELECT doc FROM search_doc WHERE kind = ? AND id = ?').get(kind, id)?.doc;
  if (doc === undefined) return undefined;
  ofDocs(db, 'DELETE FROM search_text WHERE rowid = ?').run(doc);
  const first = source && firstDoc(kind, source.at);
  if (first !== undefined && doc >= first && doc <= lastDoc(first)) return doc;
  ofDocs(db, 'DELETE FROM search_doc WHERE doc = ?').run(doc);
  return undefined;
}

function newDoc(db: Database.Database, kind: SearchKind, { id, at }: SearchSource): bigint {
  const doc = freeDoc(db, kind, at);
  ofDocs(db, 'INSERT INTO search_doc (doc, kind, id) VALUES (?, ?, ?)').run(doc, kind, id);
  return doc;
}

function renewDocs(db: Database.Database, kind: SearchKind, ids: readonly string[]): Doc[] {
  const sources = new Map(readSources(db, kind, ids).map((source) => [source.id, source]));
  return ids.flatMap((id) => {
    const source = sources.get(id);
    const doc = takeOut(db, kind, id, source);
    return source ? [{ doc: doc ?? newDoc(db, kind, source), text: source.text }] : [];
  });
}

const NAMED = "kind IN ('account', 'colleague', 'person')";

const todoOf = (db: Database.Database, which: string, limit: number): Todo[] => prepared<Todo>(db, `SELECT kind, id FROM search_todo WHERE ${which} LIMIT +?`).all(limit);

/** What to read next: names first, which are few and asked for most. */
function nextTodo(db: Database.Database, limit: number): Todo[] {
  const names = todoOf(db, NAMED, limit);
  return [...names, ...todoOf(db, `NOT ${NAMED}`, limit - names.length)];
}

/** Reads things that are behind into the index and the name keys, inside the caller's transaction. */
function indexThings(db: Database.Database, todo: readonly Todo[]): void {
  const docs: Doc[] = [];
  for (const [kind, things] of Map.groupBy(todo, (one) => one.kind)) {
    const ids = things.map(({ id }) => id);
    if (kind === 'account' || kind === 'person' || kind === 'colleague') refreshNameKeys(db, kind, ids);
    if (kind !== 'colleague') docs.push(...renewDocs(db, kind, ids));
    prepared(db, 'DELETE FROM search_todo WHERE kind = ? AND id IN (SELECT value FROM json_each(+?))').run(kind, JSON.stringify(ids));
  }
  // A number below the one before makes the index write out what it has gathered, as a part that has to be merged with all others.
  docs.sort((a, b) => (a.doc < b.doc ? -1 : 1));
  for (const { doc, text } of docs) ofDocs(db, 'INSERT INTO search_text (rowid, terms) VALUES (?, ?)').run(doc, indexTerms(text));
}

/**
 * Brings search up with the change log by at most `limit` things, in a transaction of its own.
 * A book that may only be read stays as it is.
 * @returns whether more is left to do
 */
export function catchUpSearch(book: Book, limit: number): boolean {
  if (book.readOnly || !searchIsBehind(book.db)) return false;
  book.writeLocal(() => {
    // What was noted is read first: noting takes its time too.
    const noted = prepared<{ n: number }>(book.db, 'SELECT count(*) AS n FROM (SELECT 1 FROM search_todo LIMIT ?)').get(limit)?.n ?? 0;
    if (noted < limit) noteChanges(book.db);
    indexThings(book.db, nextTodo(book.db, limit));
  });
  return searchIsBehind(book.db);
}

/** Until the names of people and colleagues are those of the change log; a large import leaves seconds of work behind. */
export async function catchUpNames(book: Book): Promise<void> {
  while (book.db.open && !book.readOnly && namesAreBehind(book.db)) {
    book.writeLocal(() => {
      noteChanges(book.db);
      indexThings(book.db, todoOf(book.db, NAMED, NAMES_AT_ONCE));
    });
    await setImmediate();
  }
}

/** Brings search up with the change log and takes what was removed out of the index's own pages, where it would outlive its row. */
export function purgeSearch(book: Book): void {
  while (catchUpSearch(book, 1_000));
  if (!book.readOnly) book.writeLocal(() => prepared(book.db, "INSERT INTO search_text (search_text) VALUES ('optimize')").run());
}
