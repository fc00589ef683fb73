import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findViolations } from '#core/db/invariants.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { previewUndo, undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { keepApart } from '#core/features/duplicates/keep-apart.ts';
import { mergeAccounts, mergePeople } from '#core/features/duplicates/merge-records.ts';
import { bookCells, changedCells } from '#tests/builders/book-cells.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 25);

const nat = fc.nat(60);

/** Few records with much between them, so that merges meet in the same meetings, places and groups. */
const crowd = fc.record({
  parents: fc.array(fc.tuple(nat, nat), { maxLength: 3 }),
  places: fc.array(fc.tuple(nat, nat, nat), { minLength: 3, maxLength: 6 }),
  meetings: fc.array(fc.tuple(nat, fc.array(nat, { maxLength: 4 })), { maxLength: 5 }),
  tasks: fc.array(fc.tuple(nat, nat), { maxLength: 4 }),
  apart: fc.array(fc.tuple(nat, nat), { maxLength: 2 }),
});
type Crowd = typeof crowd extends fc.Arbitrary<infer T> ? T : never;

const merges = fc.array(fc.record({ person: fc.boolean(), a: nat, b: nat, name: fc.option(fc.constantFrom('Both', '合并'), { nil: undefined }) }), { minLength: 1, maxLength: 3 });
type Merges = typeof merges extends fc.Arbitrary<infer T> ? T : never;

const RECORDS = 4;

function fillCrowd(t: TestBook, { parents, places, meetings, tasks, apart }: Crowd): void {
  const { db } = t.book;
  const filler = new BookFiller(db, { currency: 'CNY' });
  t.book.write({ kind: 'user', verb: 'test.fill', params: {} }, () => {
    const accounts = Array.from({ length: RECORDS }, (_, n) => filler.account(`A${n}`));
    for (const [low, high] of parents.map(([a, b]) => [a % RECORDS, b % RECORDS].toSorted((x, y) => x - y) as [number, number])) {
      if (low < high) db.prepare('UPDATE account SET parent_id = ? WHERE id = ?').run(accounts[high], accounts[low]);
    }
    const people = Array.from({ length: RECORDS }, (_, n) => filler.person(accounts[n] ?? '', `P${n}`).personId);
    for (const [a, p, boss] of places) {
      const accountId = accounts[a % RECORDS] ?? '';
      // Nobody has two places in one account: that is what merges make one of.
      if (db.prepare('SELECT 1 FROM position WHERE account_id = ? AND person_id = ?').get(accountId, people[p % RECORDS])) continue;
      const there = db.prepare<[string], string>('SELECT id FROM position WHERE account_id = ? ORDER BY id').pluck().all(accountId);
      filler.position(accountId, people[p % RECORDS] ?? '', { title: `T${boss}`, ...(boss % 2 ? { reportsToId: there[boss % there.length] ?? '' } : {}) });
    }
    for (const [a, who] of meetings) filler.interaction(accounts[a % RECORDS] ?? '', { at: 5, personIds: [...new Set(who.map((p) => people[p % RECORDS] ?? ''))] });
    for (const [a, p] of tasks) filler.task(accounts[a % RECORDS] ?? '', 'task', { personId: people[p % RECORDS] ?? '' });
    for (const [a, b] of apart) if (a % RECORDS !== b % RECORDS) keepApart(db, 'person', people[a % RECORDS] ?? '', people[b % RECORDS] ?? '');
  });
}

function mergeAll(t: TestBook, list: Merges): number[] {
  return list.flatMap(({ person, a, b, name }) => {
    const ids = t.book.db.prepare<[], string>(`SELECT id FROM ${person ? 'person' : 'account'} ORDER BY id`).pluck().all();
    const [survivorId, mergedId] = [ids[a % ids.length], ids[b % ids.length]];
    if (survivorId === undefined || mergedId === undefined || survivorId === mergedId) return [];
    return [(person ? mergePeople : mergeAccounts)(t.book, t.deps.ids, { survivorId, mergedId }, name === undefined ? {} : { name })];
  });
}

function expectSound(t: TestBook): void {
  expect(findViolations(t.book.db)).toEqual([]);
  expect(verifyBook(t.book.db).problems).toEqual([]);
  expect(placeless(t)).toEqual([]);
}

/** Who has a place in no account, by name. */
const placeless = (t: TestBook): string[] =>
  t.book.db.prepare<[], string>('SELECT name FROM person WHERE id NOT IN (SELECT person_id FROM position) ORDER BY name').pluck().all();

type State = ReturnType<typeof stateOf>;

const stateOf = (t: TestBook) => ({ cells: bookCells(t), hashes: tableHashes(t.book.db) });

/** The cells first, since a hash says nothing of what differs. */
function expectState(t: TestBook, { cells, hashes }: State, cut = new Set<string>()): void {
  const now = bookCells(t);
  expect(changedCells(cells, now).filter((cell) => !cut.has(cell)).map((cell) => [cell, cells.get(cell), now.get(cell)])).toEqual([]);
  if (cut.size === 0) expect(tableHashes(t.book.db)).toEqual(hashes);
}

function withBook(check: (t: TestBook) => void): void {
  const t = testBook();
  try {
    check(t);
  } finally {
    t.dispose();
  }
}

const company = (a: number, b: number) => ({ person: false, a, b, name: undefined });
const someone = (a: number, b: number) => ({ person: true, a, b, name: undefined });

/**
 * What random books found: an account comes back under a parent that is merged itself, and moves when that one comes back;
 * the one who stayed had a place that the merge itself had written on, and that another merge took away.
 */
const FOUND: [Crowd, Merges, number[]][] = [
  [{ parents: [], places: [[0, 0, 0], [1, 0, 15], [0, 0, 0]], meetings: [], tasks: [], apart: [] }, [someone(1, 0), company(2, 0), company(1, 0)], [0, 0, 0, 0, 0]],
  [{ parents: [[1, 2]], places: [[0, 0, 0], [0, 0, 0], [0, 0, 0]], meetings: [], tasks: [], apart: [] }, [company(3, 1), company(0, 2), company(0, 1)], [1, 1, 0, 0, 0]],
];

describe('merges that build on each other', () => {
  it('taken back in any order leave the book of before, and redone bring it back', () => {
    fc.assert(fc.property(crowd, merges, fc.array(nat, { minLength: 5, maxLength: 5 }), (made, list, order) => withBook((t) => {
      fillCrowd(t, made);
      const before = stateOf(t);
      const steps = mergeAll(t, list);
      const merged = stateOf(t);
      expectSound(t);
      const left = [...steps];
      const undos: number[] = [];
      // Lines that the previews said are cut stay cut when another merge is taken back.
      const cut = new Set<string>();
      for (const choice of order.slice(0, steps.length)) {
        const [no = 0] = left.splice(choice % left.length, 1);
        const seen = previewUndo(t.book, no);
        const { step, preview } = undoStep(t.book, no);
        expect({ ...preview, step: 0 }).toEqual({ ...seen, step: 0 });
        undos.push(step.no);
        for (const { table, key, field, to } of preview.reverts) if (table === 'position' && field === 'reports_to_id' && to === null) cut.add(JSON.stringify([table, key, field]));
        expectSound(t);
      }
      expectState(t, before, cut);
      for (const no of undos.toReversed()) undoStep(t.book, no);
      expectState(t, merged);
      expectSound(t);
    })), { numRuns: RUNS, examples: FOUND });
  }, 300_000);
});
