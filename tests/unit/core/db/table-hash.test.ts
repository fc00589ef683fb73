import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logHashes, tableHashes } from '#core/db/table-hash.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => { t = testBook(); });
afterEach(() => t.dispose());

const write = (sql: string): void => void t.book.write({ kind: 'user', verb: 'test', params: {} }, () => t.book.db.exec(sql));
const add = (id: string, alias = 'NULL'): void => write(`INSERT INTO account (id, name, alias, created_at) VALUES ('${id}', 'N', ${alias}, 0)`);
const account = (): unknown => tableHashes(t.book.db)['account'];

describe('table hashes', () => {
  it('agree whatever the order of writing and however the pages lie', () => {
    add('a');
    add('b');
    const first = account();
    write('DELETE FROM account');
    add('b');
    add('a');
    t.book.db.exec('VACUUM');
    expect(account()).toEqual(first);
    expect(first).toMatchObject({ rows: 2 });
  });

  it('differ by one row and by one value; nothing is not an empty text', () => {
    const seen = new Set<string>();
    const note = (): void => void seen.add(JSON.stringify(account()));
    note();
    add('a');
    note();
    write("UPDATE account SET alias = ''");
    note();
    write("UPDATE account SET alias = 'x'");
    note();
    write("UPDATE account SET alias = NULL, city = 'x'");
    note();
    expect(seen.size).toBe(5);
  });

  it('leave out local tables', () => {
    t.book.writeLocal(() => t.book.db.exec("INSERT INTO draft (key, value, saved_at) VALUES ('k', 'v', 0)"));
    expect(Object.keys(tableHashes(t.book.db))).toContain('setting');
    expect(Object.keys(tableHashes(t.book.db))).not.toContain('draft');
  });
});

describe('log hashes', () => {
  it('up to an arrival stay the same however the log goes on, and change with an entry before it', () => {
    add('a');
    const arrival = t.book.db.prepare('SELECT max(arrival) FROM change').pluck().get() as number;
    const before = logHashes(t.book.db, arrival);
    add('b');
    expect(logHashes(t.book.db, arrival)).toEqual(before);
    expect(logHashes(t.book.db, arrival + 1)['change']?.rows).toBe((before['change']?.rows ?? 0) + 1);
    t.book.db.exec("UPDATE change SET data = '{}' WHERE arrival = 1");
    expect(logHashes(t.book.db, arrival)['change']).not.toEqual(before['change']);
    expect(logHashes(t.book.db, arrival)['stamp']).toEqual(before['stamp']);
  });
});
