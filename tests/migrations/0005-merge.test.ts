import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#core/db/connection.ts';
import { migrate, readMigrations } from '#core/db/migrate.ts';
import { capturedTables } from '#core/db/tables.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const all = readMigrations(join(resourcesDir, 'migrations'));
const slug = 'merge';
const upTo = all.findIndex((migration) => migration.slug === slug);

let dir: string;
let db: Database.Database;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-migration-'));
  db = connect(join(dir, 'book.ballast'));
  migrate(db, all.slice(0, upTo));
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('the migration for merging', () => {
  it('keeps what was there and says nothing of it', () => {
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1), ('b', 'ACME', 2)");
    const before = db.prepare('SELECT count(*) AS n FROM change').get();
    migrate(db, all.slice(0, upTo + 1));
    expect(db.prepare('SELECT id, name FROM account').all()).toEqual([{ id: 'a', name: 'Acme' }, { id: 'b', name: 'ACME' }]);
    expect(db.prepare('SELECT (SELECT count(*) FROM account_known_as) + (SELECT count(*) FROM person_known_as) + (SELECT count(*) FROM distinct_pair) AS n').get()).toEqual({ n: 0 });
    expect(db.prepare('SELECT count(*) AS n FROM change').get()).toEqual(before);
  });

  it('logs former names and pairs told apart, so that they are synced and undone', () => {
    migrate(db, all.slice(0, upTo + 1));
    expect(capturedTables(db).map(({ name }) => name)).toEqual(expect.arrayContaining(['account_known_as', 'person_known_as', 'distinct_pair']));
    db.exec("INSERT INTO distinct_pair VALUES ('account', 'a', 'b')");
    expect(db.prepare("SELECT tbl, key FROM change WHERE tbl = 'distinct_pair'").all()).toEqual([{ tbl: 'distinct_pair', key: '["account","a","b"]' }]);
  });

  it('knows a pair once, in one order', () => {
    migrate(db, all.slice(0, upTo + 1));
    expect(() => db.exec("INSERT INTO distinct_pair VALUES ('account', 'b', 'a')")).toThrow('CHECK');
    expect(() => db.exec("INSERT INTO distinct_pair VALUES ('order', 'a', 'b')")).toThrow('CHECK');
  });
});
