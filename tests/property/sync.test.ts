import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erasePerson } from '#core/db/erase-person.ts';
import { findViolations } from '#core/db/invariants.ts';
import { nextUndo, undoStep } from '#core/db/undo.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { verifyBook } from '#core/db/verify.ts';
import { commands, runCommand, type Command } from '#tests/builders/random-history.ts';
import { MemoryPlace, syncBook, syncNow } from '#tests/builders/sync-books.ts';
import { TestClock, type TestBook } from '#tests/builders/test-book.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 60);
const SEED = process.env['PROPERTY_SEED'];
const BOOKS = [0, 1, 2] as const;

/** Something happens in one of the books: a write, an undo, a person erased, rows dropped, a sync with what has reached it. */
type Happening =
  | { what: 'write'; at: number; command: Command }
  | { what: 'undo' | 'sync' | 'erase' | 'dropAccount' | 'shareRow'; at: number; n: number }
  | { what: 'deliver'; at: number; from: number; n: number };

const at = fc.nat(2);
const n = fc.nat(60);
const happenings: fc.Arbitrary<Happening[]> = fc.array(fc.oneof(
  { weight: 9, arbitrary: fc.record({ what: fc.constant('write' as const), at, command: commands(3).map((list) => list[0] as Command) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('undo' as const, 'dropAccount' as const, 'shareRow' as const), at, n }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('erase' as const), at, n }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('sync' as const), at, n }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('deliver' as const), at, from: at, n }) },
), { minLength: 5, maxLength: 60 });

function idOf(t: TestBook, table: string, choice: number): string | null {
  const rows = t.book.db.prepare(`SELECT id FROM "${table}" ORDER BY id`).all() as { id: string }[];
  return rows[choice % Math.max(1, rows.length)]?.id ?? null;
}

/** What all three have before they part: rows enough to quarrel about. */
const BEGINNING: Command[] = (['addAccount', 'addAccount', 'addPerson', 'addPerson', 'log', 'addTask', 'order', 'log'] as const).map((op, a) => ({ op, a, b: a + 1, text: `t${a}` }));

/** Deletes an account with all that is in it, as a merge does with what it cannot move. */
function dropAccount(t: TestBook, id: string): void {
  t.clock.ms += 1_000;
  t.book.write({ kind: 'user', verb: 'test.drop', params: {} }, () => {
    const run = (sql: string): void => void t.book.db.prepare(sql).run(id);
    const within = '(SELECT id FROM interaction WHERE account_id = ?)';
    run('DELETE FROM task WHERE account_id = ?');
    for (const part of ['interaction_person', 'interaction_text', 'interaction_colleague']) run(`DELETE FROM ${part} WHERE interaction_id IN ${within}`);
    run(`UPDATE task SET interaction_id = NULL WHERE interaction_id IN ${within}`);
    run('DELETE FROM interaction WHERE account_id = ?');
    run('DELETE FROM order_line WHERE order_id IN (SELECT id FROM sales_order WHERE account_id = ?)');
    run('DELETE FROM sales_order WHERE account_id = ?');
    run('UPDATE position SET reports_to_id = NULL WHERE reports_to_id IN (SELECT id FROM position WHERE account_id = ?)');
    run('DELETE FROM position WHERE account_id = ?');
    run('UPDATE account SET parent_id = NULL WHERE parent_id = ?');
    run('DELETE FROM account WHERE id = ?');
  });
}

/** A row whose key two books may both come upon. */
function shareRow(t: TestBook, choice: number): void {
  t.clock.ms += 1_000;
  t.book.write({ kind: 'user', verb: 'test.share', params: {} }, () => {
    const { db } = t.book;
    if (choice % 3 === 0) db.prepare("INSERT INTO setting (key, value) VALUES ('shared', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(String(choice));
    else if (choice % 3 === 1) db.prepare("INSERT INTO distinct_pair (kind, first_id, second_id) VALUES ('account', 'a', 'b') ON CONFLICT DO NOTHING").run();
    else if (choice % 2) db.prepare("DELETE FROM setting WHERE key = 'shared'").run();
    else db.prepare("DELETE FROM distinct_pair WHERE first_id = 'a'").run();
  });
}

async function happen(books: TestBook[], places: MemoryPlace[], one: Happening): Promise<void> {
  const [t, place] = [books[one.at], places[one.at]];
  if (!t || !place) return;
  if (one.what === 'write') runCommand(t, one.command);
  else if (one.what === 'deliver') {
    // Some of the other's bundles, in any order: what is lost comes another time, what is there comes again.
    const bundles = [...places[one.from]?.files.values() ?? []];
    const bundle = bundles[one.n % Math.max(1, bundles.length)];
    if (bundle) await place.put(bundle.name, bundle.bytes);
  } else if (one.what === 'sync') {
    t.clock.ms += 500;
    await syncNow(t, place);
    expect(findViolations(t.book.db)).toEqual([]);
  } else if (one.what === 'undo') {
    t.clock.ms += 1_000;
    const target = nextUndo(t.book.db);
    if (target) undoStep(t.book, target.no);
  } else if (one.what === 'shareRow') shareRow(t, one.n);
  else {
    const id = idOf(t, one.what === 'erase' ? 'person' : 'account', one.n);
    if (id !== null && one.what === 'erase') erasePerson(t.book, id);
    else if (id !== null) dropAccount(t, id);
  }
}

const hashes = ({ book }: TestBook): unknown => Object.fromEntries(Object.entries(tableHashes(book.db)).map(([table, { hash }]) => [table, hash]));

async function deliverAll(books: TestBook[], places: MemoryPlace[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const [index, t] of books.entries()) {
      for (const { files } of places) for (const { name, bytes } of files.values()) await places[index]?.put(name, bytes);
      const summary = await syncNow(t, places[index] ?? new MemoryPlace());
      expect(summary.aside).toEqual([]);
    }
  }
}

describe('three books that exchange their changes', () => {
  it('are equal once all has arrived, whatever was written, lost, repeated or late', async () => {
    await fc.assert(fc.asyncProperty(happenings, fc.array(fc.nat(2_000), { minLength: 3, maxLength: 3 }), async (list, lags) => {
      // Each computer's clock goes its own way.
      const books = BOOKS.map((number) => syncBook(number + 1, new TestClock(Date.UTC(2026, 10, 23, 2) + (lags[number] ?? 0))));
      const places = BOOKS.map(() => new MemoryPlace());
      try {
        const [first, place] = [books[0], places[0]];
        if (!first || !place) throw new Error('no books');
        for (const command of BEGINNING) runCommand(first, command);
        await syncNow(first, place);
        for (const index of [1, 2] as const) {
          for (const { name, bytes } of place.files.values()) await places[index]?.put(name, bytes);
          await syncNow(books[index] ?? first, places[index] ?? place);
        }
        for (const one of list) await happen(books, places, one);
        await deliverAll(books, places);
        expect(hashes(books[1] ?? first)).toEqual(hashes(first));
        expect(hashes(books[2] ?? first)).toEqual(hashes(first));
        for (const t of books) expect([verifyBook(t.book.db).problems, findViolations(t.book.db)]).toEqual([[], []]);
      } finally {
        for (const t of books) t.dispose();
      }
    }), { numRuns: Math.ceil(RUNS / 2), ...(SEED === undefined ? {} : { seed: Number(SEED) }), endOnFailure: true });
  }, 120_000 + RUNS * 5_000);
});
