import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedTables } from '#core/db/tables.ts';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';

let book: BookBefore;
let db: Database.Database;
beforeEach(() => {
  book = bookBefore('reviews');
  ({ db } = book);
});
afterEach(() => book.dispose());

const insertReview = (quarter: number, language: string): void => {
  db.prepare("INSERT INTO review (id, account_id, year, quarter, held_on, language, created_at) VALUES ('r', 'a', 2026, ?, '2026-12-03', ?, 1)").run(quarter, language);
};

describe('the migration for reviews', () => {
  it('keeps what was there', () => {
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1)");
    book.migrate();
    expect(db.prepare('SELECT id, name FROM account').all()).toEqual([{ id: 'a', name: 'Acme' }]);
  });

  it('logs a review with all its parts', () => {
    book.migrate();
    expect(capturedTables(db).map(({ name }) => name).filter((name) => name.startsWith('review'))).toEqual(['review', 'review_colleague', 'review_frozen', 'review_item', 'review_person', 'review_section']);
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1)");
    insertReview(4, 'zh-CN');
    db.exec("INSERT INTO review_section (review_id, kind, place) VALUES ('r', 'results', 0)");
    expect(db.prepare("SELECT tbl, key FROM change WHERE tbl LIKE 'review%'").all()).toEqual([{ tbl: 'review', key: 'r' }, { tbl: 'review_section', key: '["r","results"]' }]);
  });

  it('takes neither a fifth quarter nor another language', () => {
    book.migrate();
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1)");
    expect(() => insertReview(5, 'en')).toThrow('CHECK');
    expect(() => insertReview(4, 'fr')).toThrow('CHECK');
  });
});
