import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedTables } from '#core/db/tables.ts';
import { bookBefore, type BookBefore } from '#tests/builders/book-before.ts';

let book: BookBefore;
let db: Database.Database;
beforeEach(() => {
  book = bookBefore('reminders');
  ({ db } = book);
});
afterEach(() => book.dispose());

describe('the migration for reminders', () => {
  it('keeps accounts and people, which have no days yet, and says nothing of it', () => {
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1); INSERT INTO person (id, name, created_at) VALUES ('p', 'Li Ming', 1)");
    const logged = db.prepare('SELECT count(*) AS n FROM change').get();
    book.migrate();
    expect(db.prepare('SELECT name, founded_on, quiet_days FROM account').all()).toEqual([{ name: 'Acme', founded_on: null, quiet_days: null }]);
    expect(db.prepare('SELECT name, birthday, keep_in_touch_days FROM person').all()).toEqual([{ name: 'Li Ming', birthday: null, keep_in_touch_days: null }]);
    expect(db.prepare('SELECT count(*) AS n FROM change').get()).toEqual(logged);
  });

  it('logs the new days and answers, but not what this computer has told', () => {
    book.migrate();
    expect(capturedTables(db).map(({ name }) => name)).toEqual(expect.arrayContaining(['milestone', 'reminder_answer', 'work_day']));
    db.exec(`
      INSERT INTO account (id, name, created_at) VALUES ('a', 'Acme', 1);
      UPDATE account SET founded_on = '--05-01' WHERE id = 'a';
      INSERT INTO reminder_answer (key, account_id, answered_at) VALUES ('k', 'a', 5);
      INSERT INTO reminder_sent VALUES ('k', 1, 2)`);
    expect(db.prepare('SELECT tbl, op FROM change ORDER BY arrival').all()).toEqual([{ tbl: 'account', op: 1 }, { tbl: 'account', op: 2 }, { tbl: 'reminder_answer', op: 1 }]);
  });
});
