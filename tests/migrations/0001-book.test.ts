import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import { connect } from '#core/db/connection.ts';
import { migrate, readMigrations, schemaVersion, type Migration } from '#core/db/migrate.ts';
import { capturedTables } from '#core/db/tables.ts';
import * as accountSchema from '#core/db/schema/account.ts';
import * as duplicatesSchema from '#core/db/schema/duplicates.ts';
import * as interactionSchema from '#core/db/schema/interaction.ts';
import * as orderSchema from '#core/db/schema/order.ts';
import * as peopleSchema from '#core/db/schema/people.ts';
import * as reminderSchema from '#core/db/schema/reminder.ts';
import * as reviewSchema from '#core/db/schema/review.ts';
import * as settingSchema from '#core/db/schema/setting.ts';
import * as viewSchema from '#core/db/schema/view.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const all = readMigrations(join(resourcesDir, 'migrations'));

let dir: string;
let db: Database.Database;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-migration-'));
  db = connect(join(dir, 'book.ballast'));
});

afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

const triggers = (): string[] => (db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all() as { name: string }[]).map((row) => row.name);

const next = (sql: string): Migration[] => [...all, { version: all.length + 1, slug: 'trial', sql }];

describe('migration 0001', () => {
  it('makes an empty book of version 1, every table strict', () => {
    migrate(db, all.slice(0, 1));
    expect(schemaVersion(db)).toBe(1);
    const loose = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").all();
    expect(loose).toEqual([]);
  });

  it('captures every table that is not bookkeeping: four triggers each', () => {
    migrate(db, all);
    for (const table of capturedTables(db)) {
      expect(triggers().filter((name) => name.endsWith(`_${table.name}`) && name.split('_').length === 2 + table.name.split('_').length)).toHaveLength(4);
    }
  });

  it('uses no ON DELETE CASCADE, under which a rebuilt table empties its children', () => {
    migrate(db, all);
    const cascades = capturedTables(db).flatMap((table) => db.prepare("SELECT on_delete FROM pragma_foreign_key_list(?) WHERE on_delete <> 'NO ACTION'").all(table.name));
    expect(cascades).toEqual([]);
  });
});

describe('any migration', () => {
  it('that leaves a hanging reference is rolled back whole', () => {
    migrate(db, all);
    expect(() => migrate(db, next("INSERT INTO task (id, account_id, title, created_at) VALUES ('t', 'nobody', 'x', 0);"))).toThrow(/hanging references in task/);
    expect(schemaVersion(db)).toBe(all.length);
    expect(db.prepare('SELECT count(*) AS n FROM task').get()).toEqual({ n: 0 });
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('that fails halfway leaves the version before', () => {
    migrate(db, all);
    expect(() => migrate(db, next('CREATE TABLE half (x TEXT) STRICT; SELECT nonsense;'))).toThrow();
    expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toEqual({ n: 0 });
  });

  it('gets its new columns and tables captured', () => {
    migrate(db, all);
    migrate(db, next("ALTER TABLE account ADD COLUMN motto TEXT; CREATE TABLE need (id TEXT PRIMARY KEY, title TEXT NOT NULL) STRICT, WITHOUT ROWID;"));
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'A', 0); UPDATE account SET motto = 'steady'; INSERT INTO need VALUES ('n', 'N');");
    expect(db.prepare('SELECT tbl, key, op, data FROM change ORDER BY arrival').all()).toEqual([
      { tbl: 'account', key: 'a', op: 1, data: null },
      { tbl: 'account', key: 'a', op: 2, data: '{"motto":[null,"steady"]}' },
      { tbl: 'need', key: 'n', op: 1, data: null },
    ]);
  });
});

describe('the drizzle schema', () => {
  it('says the same tables and columns as the migrated book', () => {
    migrate(db, all);
    const declared = [accountSchema, duplicatesSchema, interactionSchema, orderSchema, peopleSchema, reminderSchema, reviewSchema, settingSchema, viewSchema]
      .flatMap((module) => Object.values(module)).filter((value) => value instanceof SQLiteTable)
      .map((table) => getTableConfig(table)).map(({ name, columns }) => ({
        name, columns: columns.map((column) => ({ name: column.name, type: column.getSQLType().toUpperCase(), notNull: column.notNull ? 1 : 0 })),
      })).toSorted((a, b) => a.name.localeCompare(b.name));
    const real = capturedTables(db).map(({ name }) => ({
      name,
      columns: (db.prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?)').all(name) as { name: string; type: string; notnull: number; pk: number }[])
        .map((column) => ({ name: column.name, type: column.type, notNull: column.notnull || column.pk > 0 ? 1 : 0 })),
    }));
    expect(declared).toEqual(real.toSorted((a, b) => a.name.localeCompare(b.name)));
  });
});
