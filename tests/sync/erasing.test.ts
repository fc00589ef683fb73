import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAsOf } from '#core/db/as-of.ts';
import { erasePerson } from '#core/db/erase-person.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { verifyBook } from '#core/db/verify.ts';
import { runSync } from '#core/sync/run-sync.ts';
import { MemoryPlace, syncBook, syncNow } from '#tests/builders/sync-books.ts';
import type { TestBook } from '#tests/builders/test-book.ts';

const NAME = 'Katharina Unvergesslich';
const MARRIED = 'Katharina Vielgeliebt';

let one: TestBook;
let two: TestBook;
let place: MemoryPlace;
beforeEach(async () => {
  [one, two, place] = [syncBook(1), syncBook(2), new MemoryPlace()];
  write(one, `INSERT INTO account (id, name, created_at) VALUES ('a', 'A', 0); INSERT INTO person (id, name, email, created_at) VALUES ('p', '${NAME}', 'k@acme.cn', 0), ('q', 'Other', NULL, 0)`);
  freeze(one, 'early');
  await exchange();
});
afterEach(() => {
  for (const t of [one, two]) t.dispose();
});

function write(t: TestBook, sql: string): void {
  t.clock.ms += 1_000;
  t.book.write({ kind: 'user', verb: 'test.write', params: {} }, () => void t.book.db.exec(sql));
}
/** A review presented to the person. */
function freeze(t: TestBook, id: string, name = NAME): void {
  const document = JSON.stringify({ people: [{ id: 'p', name }, { id: 'q', name: 'Other' }], pages: [`${name} decides`] });
  write(t, `INSERT INTO review (id, account_id, year, quarter, held_on, language, created_at) VALUES ('${id}', 'a', 2026, ${id.length % 4 + 1}, '2026-12-03', 'en', 0); INSERT INTO review_frozen VALUES ('${id}', '${document}')`);
}
const exchange = async (): Promise<void> => {
  for (let round = 0; round < 2; round += 1) {
    for (const t of [one, two]) {
      t.clock.ms = Math.max(one.clock.ms, two.clock.ms);
      await syncNow(t, place);
    }
  }
};
const said = ({ book: { db } }: TestBook): string => JSON.stringify(['person', 'review_frozen', 'change', 'overruled', 'step', 'draft'].map((table) => db.prepare(`SELECT * FROM "${table}"`).all()));
const alike = (): void => {
  expect(tableHashes(one.book.db)).toEqual(tableHashes(two.book.db));
  for (const t of [one, two]) expect(verifyBook(t.book.db).problems).toEqual([]);
};

describe('erasing a person', () => {
  it('reaches the reviews that were presented in another book, and what its log has of them', async () => {
    const before = one.clock.ms;
    expect(said(two)).toContain(NAME);
    erasePerson(one.book, 'p');
    await exchange();
    for (const t of [one, two]) expect(said(t)).not.toContain(NAME);
    expect(two.book.db.prepare("SELECT document FROM review_frozen WHERE review_id = 'early'").pluck().get()).toBe('{"people":[{"id":"q","name":"Other"}],"pages":["– decides"]}');
    // The review was presented all the same.
    expect(readAsOf(one.book, before, (db) => db.prepare('SELECT document FROM review_frozen').pluck().all())).toEqual(['{"people":[{"id":"q","name":"Other"}],"pages":["– decides"]}']);
    alike();
  });

  it('reaches what another book presented meanwhile under a name of its own, and from there the first', async () => {
    write(two, `UPDATE person SET name = '${MARRIED}' WHERE id = 'p'`);
    freeze(two, 'later', MARRIED);
    erasePerson(one.book, 'p');
    await exchange();
    for (const t of [one, two]) for (const name of [NAME, MARRIED]) expect(said(t)).not.toContain(name);
    expect(one.book.db.prepare('SELECT count(*) FROM review_frozen').pluck().get()).toBe(2);
    alike();
  });

  it('leaves no step in a book that had nothing more to forget', async () => {
    const steps = (): unknown => two.book.db.prepare("SELECT count(*) FROM step WHERE verb = 'person.erase'").pluck().get();
    write(one, "INSERT INTO person (id, name, created_at) VALUES ('r', 'Rare', 0); UPDATE review_frozen SET document = 'no document'");
    await exchange();
    erasePerson(one.book, 'r');
    await exchange();
    expect(steps()).toBe(1);
    alike();
  });

  it('takes the answers to reminders along that only the other book has', async () => {
    write(two, "INSERT INTO reminder_answer VALUES ('birthday:p:2026-11-26:7', 'a', NULL, 0), ('task:t:x', 'a', NULL, 0)");
    erasePerson(one.book, 'p');
    await exchange();
    for (const t of [one, two]) expect(t.book.db.prepare('SELECT key FROM reminder_answer').pluck().all()).toEqual(['task:t:x']);
    alike();
  });

  it('tells what is kept beside the rows by which names and addresses the person was known, even where the run is broken off', async () => {
    erasePerson(one.book, 'p');
    one.clock.ms = two.clock.ms = Math.max(one.clock.ms, two.clock.ms) + 1_000;
    await syncNow(one, place);
    const told: (readonly string[])[] = [];
    for await (const event of runSync(two.book, two.deps, { transport: place, folder: null, onErased: (names) => told.push(names) }, { aborted: false })) if (event.type === 'progress') break;
    expect(told.map((names) => names.toSorted())).toEqual([[NAME, 'k@acme.cn']]);
  });
});
