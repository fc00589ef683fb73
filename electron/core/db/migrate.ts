import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { regenerateCapture } from './capture.ts';

export interface Migration {
  version: number;
  slug: string;
  sql: string;
}

/** The numbered migrations of a folder, in order. @throws Error when a number is missing or doubled */
export function readMigrations(dir: string): Migration[] {
  const found = readdirSync(dir).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).toSorted().map((name) => ({
    version: Number(name.slice(0, 4)),
    slug: name.slice(5, -4),
    sql: readFileSync(join(dir, name), 'utf8'),
  }));
  found.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migration ${index + 1} is missing or doubled`);
  });
  return found;
}

export const schemaVersion = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings a book to the newest version, one transaction for each migration. Foreign keys are off meanwhile, because
 * rebuilding a table under enforcement would empty or block its children, and are checked as a whole before each commit.
 * @throws Error naming the table when a migration leaves a reference hanging; the book stays at the version before
 */
export function migrate(db: Database.Database, migrations: Migration[]): void {
  const from = schemaVersion(db);
  for (const migration of migrations.filter((one) => one.version > from)) {
    db.pragma('foreign_keys = OFF');
    try {
      db.transaction(() => {
        db.exec(migration.sql);
        const hanging = db.pragma('foreign_key_check') as { table: string }[];
        if (hanging.length > 0) throw new Error(`migration ${migration.slug} leaves ${hanging.length} hanging references in ${hanging[0]?.table}`);
        regenerateCapture(db);
        db.pragma(`user_version = ${migration.version}`);
      }).immediate();
    } finally {
      db.pragma('foreign_keys = ON');
    }
  }
}
