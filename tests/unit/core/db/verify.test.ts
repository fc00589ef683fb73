import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { verifyBook, type Verification } from '#core/db/verify.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => {
  t = testBook();
  const fill = new BookFiller(t.book.db);
  t.book.write({ kind: 'user', verb: 'test', params: {} }, () => {
    fill.account('A');
    fill.task('account-0001', 'T');
    fill.order('account-0001', { on: '2026-01-02', lines: [{ amount: 1 }, { amount: 2 }] });
    fill.interaction('account-0001', { at: 5 });
  });
  t.book.write({ kind: 'user', verb: 'test', params: {} }, () => t.book.db.exec("DELETE FROM task; UPDATE account SET city = 'Wuxi'"));
});
afterEach(() => t.dispose());

/** Checks a copy of the book that was damaged past its triggers. */
function afterDamage(sql: string): Verification {
  t.book.close();
  const path = join(t.dir, 'copy.ballast');
  copyFileSync(t.path, path);
  const db = new Database(path);
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    for (const name of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) db.exec(`DROP TRIGGER "${String(name)}"`);
    db.exec(sql);
    db.pragma('ignore_check_constraints = OFF');
    return verifyBook(db);
  } finally {
    db.close();
  }
}

describe('verifying a book', () => {
  it('finds nothing wrong with a sound one and counts what it holds', () => {
    const { healthy, problems, tables, steps, changes } = verifyBook(t.book.db);
    expect({ healthy, problems, steps }).toEqual({ healthy: true, problems: [], steps: 3 });
    expect([tables['account']?.rows, tables['task']?.rows, tables['order_line']?.rows]).toEqual([1, 0, 2]);
    expect(changes).toBe(t.book.db.prepare('SELECT count(*) FROM change').pluck().get());
  });

  it('still finds nothing wrong when only the triggers are gone', () => {
    expect(afterDamage('SELECT 1').problems).toEqual([]);
  });

  it.each([
    ['a row that the log does not know', "INSERT INTO account (id, name, created_at) VALUES ('x', 'X', 0)", ['account: 1 rows that the log does not know']],
    ['a row back that the log deleted', "INSERT INTO task (id, account_id, title, created_at) VALUES ('task-0001', 'account-0001', 'T', 0)", ['task: 1 rows that the log does not know']],
    ['a row gone that the log has', 'DELETE FROM order_line WHERE line_no = 2', ['order_line: 1 logged rows are gone']],
    ['a value that the log did not give', "UPDATE account SET city = 'elsewhere'", ['account: 1 rows differ from their last logged change']],
    ['a reference to nothing', "UPDATE order_line SET product_id = 'none'", ['2 hanging references']],
    ['a deletion without its content', "UPDATE change SET data = '{}' WHERE op = 3", ['task: 1 deletions without content']],
    ['a change of no stamp', 'UPDATE change SET stamp = 999 WHERE arrival = 1', ['1 changes belong to no step']],
    ['a change under a stamp whose range it is not in', 'UPDATE change SET stamp = (SELECT max(no) FROM stamp) WHERE arrival = 1', ['1 changes belong to no step']],
    ['a value that breaks a rule of its table', "UPDATE interaction SET kind = 'dream'", ['integrity: CHECK constraint failed in interaction']],
  ])('finds %s', (_what, sql, problems) => {
    expect(afterDamage(sql)).toMatchObject({ healthy: false, problems });
  });
});
