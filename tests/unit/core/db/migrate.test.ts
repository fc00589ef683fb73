import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMigrations } from '#core/db/migrate.ts';

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'ballast-migrations-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (...names: string[]): void => { for (const name of names) writeFileSync(join(dir, name), `-- ${name}`); };

describe('the migrations of a folder', () => {
  it('come in order of their numbers; other files are none', () => {
    put('0002_people.sql', '0001_book.sql', 'notes.md', '3_short.sql', '0003_Upper.sql', '0003_old.sql.bak');
    expect(readMigrations(dir)).toEqual([{ version: 1, slug: 'book', sql: '-- 0001_book.sql' }, { version: 2, slug: 'people', sql: '-- 0002_people.sql' }]);
  });

  it.each([
    ['the first', ['0002_a.sql'], 1],
    ['one between', ['0001_a.sql', '0003_c.sql'], 2],
    ['or double one', ['0001_a.sql', '0002_b.sql', '0002_c.sql'], 3],
  ])('may not lack %s', (_what, names, wrong) => {
    put(...names);
    expect(() => readMigrations(dir)).toThrow(`migration ${wrong} is missing or doubled`);
  });
});
