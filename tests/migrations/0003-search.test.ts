import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import { connect } from '#core/db/connection.ts';
import { migrate, readMigrations } from '#core/db/migrate.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { capturedTables } from '#core/db/tables.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const all = readMigrations(join(resourcesDir, 'migrations'));
const at = all.findIndex(({ slug }) => slug === 'search');

let dir: string;
let db: Database.Database;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-migration-'));
  db = connect(join(dir, 'book.ballast'));
  migrate(db, all.slice(0, at));
  db.exec(`INSERT INTO account (id, name, created_at) VALUES ('a', '恒岳重工', 0);
    INSERT INTO name_key VALUES ('account', 'a', '恒岳重工', 'heng yue', '恒岳重工', '', '', '');`);
});

afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('the migration for search', () => {
  it('keeps every row and captures none of its own tables', () => {
    const before = tableHashes(db);
    migrate(db, all.slice(0, at + 1));
    expect(tableHashes(db)).toEqual(before);
    expect(capturedTables(db).filter(({ name }) => name.startsWith('search'))).toEqual([]);
    expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'search%'").get()).toEqual({ n: 0 });
  });

  it('leaves the whole change log to be read, and every name to be read anew', () => {
    migrate(db, all.slice(0, at + 1));
    expect(db.prepare('SELECT arrival FROM search_mark').get()).toEqual({ arrival: 0 });
    expect(db.prepare('SELECT source, sort FROM name_key').all()).toEqual([{ source: '', sort: 'heng yue' }]);
  });

  it('is the same when the book is copied', () => {
    migrate(db, all.slice(0, at + 1));
    db.exec("INSERT INTO search_text (rowid, line, letters) VALUES (7, ' 恒 岳', '')");
    const copy = join(dir, 'copy.ballast');
    db.prepare('VACUUM INTO ?').run(copy);
    const other = connect(copy, { readonly: true });
    expect(other.prepare(`SELECT rowid AS doc FROM search_text WHERE search_text MATCH '"恒 岳"'`).all()).toEqual([{ doc: 7 }]);
    expect(other.pragma('integrity_check', { simple: true })).toBe('ok');
    other.close();
  });
});
