import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import { connect } from '#core/db/connection.ts';
import { migrate, readMigrations } from '#core/db/migrate.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { capturedTables } from '#core/db/tables.ts';
import { findTexts } from '#core/measures/find-texts.ts';
import { catchUpSearch } from '#core/measures/search-index.ts';
import { readQuery } from '#shared/domain/search/search-line.ts';
import { featureBook } from '#tests/builders/feature-book.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const all = readMigrations(join(resourcesDir, 'migrations'));
const at = all.findIndex(({ slug }) => slug === 'search_pairs');

let dir: string;
let db: Database.Database;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-migration-'));
  db = connect(join(dir, 'book.ballast'));
  migrate(db, all.slice(0, at));
  db.exec(`INSERT INTO account (id, name, created_at) VALUES ('a', '恒岳重工', 0);
    INSERT INTO search_doc (doc, kind, id) VALUES (7, 'account', 'a');
    INSERT INTO search_text (rowid, line, letters) VALUES (7, ' 恒 岳 重 工', '');
    INSERT INTO search_todo VALUES ('account', 'a');
    UPDATE search_mark SET arrival = 9`);
});

afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('the migration for pairs of neighbours', () => {
  it('keeps every row and captures none of its own tables', () => {
    const before = tableHashes(db);
    migrate(db, all.slice(0, at + 1));
    expect(tableHashes(db)).toEqual(before);
    expect(capturedTables(db).filter(({ name }) => name.startsWith('search'))).toEqual([]);
  });

  it('empties the index and leaves the whole change log to be read', () => {
    migrate(db, all.slice(0, at + 1));
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count('search_text'), count('search_doc'), count('search_todo')]).toEqual([0, 0, 0]);
    expect(db.prepare('SELECT arrival FROM search_mark').pluck().get()).toBe(0);
  });
});

it('a book whose index is of before finds everything once the log is read again', () => {
  const t = featureBook();
  try {
    const id = t.fill((fill) => fill.account('恒岳重工'));
    t.book.write({ kind: 'user', verb: 'account.update', params: {} }, () => t.book.db.exec("UPDATE account SET city = '无锡新吴'"));
    while (catchUpSearch(t.book, 100));
    const of = all[at];
    t.book.writeLocal(() => t.book.db.exec(of ? of.sql : ''));
    const find = () => findTexts(t.book.db, readQuery('锡新吴'), 5).get('account');
    expect(find()).toEqual([]);
    while (catchUpSearch(t.book, 100));
    expect(find()).toEqual([id]);
  } finally {
    t.dispose();
  }
});
