import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';

let book: BookBefore;
beforeEach(() => {
  book = bookBefore('today');
});
afterEach(() => book.dispose());

describe('the migration for the page of today', () => {
  it('keeps every row and logs nothing', () => {
    const { db } = book;
    db.exec(`
      INSERT INTO account (id, name, is_key, founded_on, created_at) VALUES ('a', 'Acme', 1, '2006-11-29', 1);
      INSERT INTO person (id, name, birthday, created_at) VALUES ('p', '何婉清', 'lunar:1970-10-18', 1);
      INSERT INTO task (id, account_id, title, due_on, created_at) VALUES ('t', 'a', 'Call', '2026-11-23', 1)`);
    const rows = () => ['account', 'person', 'task', 'change'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
    const before = rows();
    book.migrate();
    expect(rows()).toEqual(before);
    expect(db.prepare("SELECT id FROM person INDEXED BY person_birthday WHERE birthday IS NOT NULL AND substr(birthday, -5) = '10-18'").all()).toEqual([{ id: 'p' }]);
  });
});
