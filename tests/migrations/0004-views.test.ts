import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect } from '#core/db/connection.ts';
import { migrate, readMigrations, schemaVersion } from '#core/db/migrate.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

it('the migration of views adds an empty, captured table and leaves the rest as it was', () => {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-views-'));
  const db = connect(join(dir, 'book.ballast'));
  try {
    const all = readMigrations(join(resourcesDir, 'migrations'));
    const { version } = all.find(({ slug }) => slug === 'views') ?? { version: 0 };
    migrate(db, all.slice(0, version - 1));
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'A', 0)");
    migrate(db, all.slice(0, version));
    expect(schemaVersion(db)).toBe(version);
    expect(db.prepare('SELECT name FROM account').all()).toEqual([{ name: 'A' }]);
    db.exec("INSERT INTO list_view VALUES ('v', 'accounts', 'North', 0, '{}')");
    expect(db.prepare("SELECT key, op FROM change WHERE tbl = 'list_view'").all()).toEqual([{ key: 'v', op: 1 }]);
  } finally {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
