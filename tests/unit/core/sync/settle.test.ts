import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Settlement } from '#core/sync/settle.ts';
import { Suspects } from '#core/sync/suspects.ts';
import { syncTables } from '#core/sync/sync-tables.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => { t = testBook(); });
afterEach(() => t.dispose());

const write = (sql: string): void => void t.book.write({ kind: 'user', verb: 'test.write', params: {} }, () => void t.book.db.exec(sql));
const all = (sql: string): unknown[] => t.book.db.prepare(sql).pluck().all();

/** Rows as the changes of several books leave them, before anything is settled: references may hang. */
function leave(sql: string): void {
  t.book.db.pragma('foreign_keys = OFF');
  write(sql);
}
/** Settles rows, `table key` each. @returns whether anything had to be changed */
function settle(...rows: string[]): boolean {
  const suspects = new Suspects(t.book.db);
  for (const row of rows) {
    const [name = '', key = ''] = row.split(' ');
    suspects.add(syncTables(t.book.db).get(name) ?? expect.fail(name), key);
  }
  const settlement = new Settlement(t.book.db, suspects);
  const { acts } = settlement;
  // With the lowest clock of all, so that it is no word of anybody's.
  t.book.receive((under) => under({ step: 1, clock: 0, device: 1 }, () => settlement.apply()));
  t.book.writeLocal(() => settlement.note());
  expect(t.book.db.pragma('foreign_key_check')).toEqual([]);
  return acts;
}
const bent = (): unknown[] => all("SELECT tbl || ' ' || key FROM bent_row ORDER BY tbl, key");

const ACCOUNT = "INSERT INTO account (id, name, created_at) VALUES ('a', 'A', 0)";
const PERSON = "INSERT INTO person (id, name, created_at) VALUES ('p', 'P', 0)";
const MEETING = "INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'a', 0, 'call', 's')";

describe('rows that fit together', () => {
  it('are left as they are, whoever is suspected', () => {
    write(`${ACCOUNT}; ${PERSON}; ${MEETING}; INSERT INTO interaction_person VALUES ('i', 'p')`);
    expect(settle('account a', 'person p', 'interaction i', 'interaction_person ["i","p"]')).toBe(false);
    expect(bent()).toEqual([]);
  });
});

describe('rows that do not', () => {
  it('a part goes with its owner', () => {
    leave(`${ACCOUNT}; ${PERSON}; ${MEETING}; INSERT INTO interaction_text (interaction_id, notes) VALUES ('i', 'long')`);
    leave("DELETE FROM interaction WHERE id = 'i'");
    expect(settle('interaction i', 'interaction_text i')).toBe(true);
    expect(all('SELECT interaction_id FROM interaction_text')).toEqual([]);
    expect(bent()).toEqual(['interaction_text i']);
  });

  it('what was deleted comes back while another row cannot be without it, and goes again with that', () => {
    write(`${ACCOUNT}; ${MEETING}`);
    leave("DELETE FROM account WHERE id = 'a'");
    expect(settle('account a')).toBe(true);
    expect(all('SELECT name FROM account')).toEqual(['A']);
    expect(bent()).toEqual(['account a']);
    leave("DELETE FROM interaction WHERE id = 'i'");
    // What is bent is looked at again by itself.
    expect(settle()).toBe(true);
    expect([all('SELECT id FROM account'), bent()]).toEqual([[], []]);
  });

  it('what needs a row that has not come yet waits unseen, and is there once it has', () => {
    leave(MEETING);
    expect(settle('interaction i')).toBe(true);
    expect([all('SELECT id FROM interaction'), bent()]).toEqual([[], ['interaction i']]);
    leave(ACCOUNT);
    expect(settle()).toBe(true);
    expect([all('SELECT id FROM interaction'), bent()]).toEqual([['i'], []]);
  });

  it('what needs a row that was erased goes, and does not bring it back', () => {
    leave(`${ACCOUNT}; ${PERSON}; INSERT INTO position (id, person_id, account_id) VALUES ('pp', 'p', 'a'); DELETE FROM person WHERE id = 'p'; INSERT INTO erased (tbl, key, stamp) VALUES ('person', 'p', 1)`);
    expect(settle('person p', 'position pp')).toBe(true);
    expect([all('SELECT id FROM position'), all('SELECT id FROM person')]).toEqual([[], []]);
  });

  it('a reference that may be empty is emptied', () => {
    leave(`${ACCOUNT}; ${PERSON}; INSERT INTO task (id, account_id, person_id, title, created_at) VALUES ('t', 'a', 'p', 'x', 0); DELETE FROM person WHERE id = 'p'`);
    expect(settle('person p', 'task t')).toBe(true);
    expect([all('SELECT coalesce(person_id, 0) FROM task'), bent()]).toEqual([[0], ['task t']]);
  });

  it('of a circle the line drawn last goes', () => {
    write(`${ACCOUNT}; INSERT INTO account (id, name, parent_id, created_at) VALUES ('b', 'B', 'a', 0)`);
    leave("UPDATE account SET parent_id = 'b' WHERE id = 'a'");
    expect(settle('account a')).toBe(true);
    expect(all("SELECT id || coalesce(parent_id, '') FROM account ORDER BY id")).toEqual(['a', 'ba']);
  });
});
