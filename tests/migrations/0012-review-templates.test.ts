import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedTables } from '#core/db/tables.ts';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';

let book: BookBefore;
beforeEach(() => {
  book = bookBefore('review_templates');
});
afterEach(() => book.dispose());

describe('the migration for templates of reviews', () => {
  it('keeps reviews as they were, made from no template that is known', () => {
    const { db } = book;
    db.exec(`
      INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1);
      INSERT INTO review (id, account_id, year, quarter, held_on, language, created_at) VALUES ('r', 'a', 2026, 4, '2026-12-03', 'en', 1);
      INSERT INTO review_section (review_id, kind, place) VALUES ('r', 'results', 0)`);
    const sections = db.prepare('SELECT * FROM review_section').all();
    book.migrate();
    expect(db.prepare('SELECT id, held_on, template FROM review').all()).toEqual([{ id: 'r', held_on: '2026-12-03', template: null }]);
    expect(db.prepare('SELECT * FROM review_section').all()).toEqual(sections);
  });

  it('logs templates, and which of them a review was made from', () => {
    const { db } = book;
    book.migrate();
    expect(capturedTables(db).map(({ name }) => name)).toContain('review_template');
    db.exec(`
      INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1);
      INSERT INTO review_template VALUES ('t', 'Strategic', '{}');
      INSERT INTO review (id, account_id, year, quarter, held_on, language, created_at) VALUES ('r', 'a', 2026, 4, '2026-12-03', 'en', 1);
      UPDATE review SET template = 't'`);
    expect(db.prepare("SELECT tbl, key, op, data FROM change WHERE tbl LIKE 'review%' ORDER BY arrival").all()).toEqual([
      { tbl: 'review_template', key: 't', op: 1, data: null }, { tbl: 'review', key: 'r', op: 1, data: null }, { tbl: 'review', key: 'r', op: 2, data: '{"template":[null,"t"]}' },
    ]);
  });
});
