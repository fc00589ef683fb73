import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { connect } from '#core/db/connection.ts';
import { migrate, readMigrations } from '#core/db/migrate.ts';
import { resourcesDir } from './test-book.ts';

export interface BookBefore {
  db: Database.Database;
  /** Carries out the one migration. */
  migrate(): void;
  dispose(): void;
}

/** A book as the version before a migration leaves it; the migration is known by its slug, whatever its number. */
export function bookBefore(slug: string): BookBefore {
  const all = readMigrations(join(resourcesDir, 'migrations'));
  const at = all.findIndex((migration) => migration.slug === slug);
  if (at < 0) throw new Error(`no migration ${slug}`);
  const dir = mkdtempSync(join(tmpdir(), 'ballast-migration-'));
  const db = connect(join(dir, 'book.ballast'));
  migrate(db, all.slice(0, at));
  return {
    db,
    migrate: () => migrate(db, all.slice(0, at + 1)),
    dispose() {
      db.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
