import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMigrations } from '#core/db/migrate.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { capturedTables } from '#core/db/tables.ts';
import { findNames } from '#core/measures/find-names.ts';
import { findTexts } from '#core/measures/find-texts.ts';
import { catchUpSearch } from '#core/measures/search-index.ts';
import { nameQuery } from '#shared/domain/name/match-name.ts';
import { readQuery } from '#shared/domain/search/search-line.ts';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';
import { featureBook } from '#tests/builders/feature-book.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const SLUG = 'search_pairs';

describe('the migration for pairs of neighbours', () => {
  let book: BookBefore;
  beforeEach(() => {
    book = bookBefore(SLUG);
    book.db.exec(`INSERT INTO account (id, name, created_at) VALUES ('a', '恒岳重工', 0);
      INSERT INTO search_doc (doc, kind, id) VALUES (7, 'account', 'a');
      INSERT INTO search_text (rowid, line, letters) VALUES (7, ' 恒 岳 重 工', '');
      INSERT INTO search_todo VALUES ('account', 'a');
      UPDATE search_mark SET arrival = 9`);
  });
  afterEach(() => book.dispose());

  it('keeps every row and captures none of its own tables', () => {
    const before = tableHashes(book.db);
    book.migrate();
    expect(tableHashes(book.db)).toEqual(before);
    expect(capturedTables(book.db).filter(({ name }) => name.startsWith('search'))).toEqual([]);
  });

  it('empties the index and leaves the whole change log to be read', () => {
    book.migrate();
    const one = (sql: string) => book.db.prepare(sql).pluck().get();
    expect(['search_text', 'search_doc', 'search_todo'].map((table) => one(`SELECT count(*) FROM ${table}`))).toEqual([0, 0, 0]);
    expect(one('SELECT arrival FROM search_mark')).toBe(0);
  });
});

it('a book whose index was emptied finds everything once the log is read again, by former names too', () => {
  const migration = readMigrations(join(resourcesDir, 'migrations')).find(({ slug }) => slug === SLUG);
  const t = featureBook();
  try {
    const id = t.fill((fill) => fill.account('恒岳重工'));
    t.book.write({ kind: 'user', verb: 'account.update', params: {} }, () => t.book.db.exec(`UPDATE account SET city = '无锡新吴'; INSERT INTO account_known_as VALUES ('k', '${id}', 'gone', '远舟科技', NULL)`));
    while (catchUpSearch(t.book, 100));
    const find = () => findTexts(t.book.db, readQuery('锡新吴'), 5).get('account');
    expect(find()).toEqual([id]);
    t.book.writeLocal(() => t.book.db.exec(`${migration?.sql ?? ''}; DELETE FROM name_key`));
    expect(find()).toEqual([]);
    while (catchUpSearch(t.book, 100));
    expect(find()).toEqual([id]);
    expect(findNames(t.book.db, { query: nameQuery('yzkj'), kinds: ['formerAccount'] }).map((name) => name.id)).toEqual([id]);
  } finally {
    t.dispose();
  }
});
