import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsOfArrival } from '#core/db/as-of.ts';
import { findViolations } from '#core/db/invariants.ts';
import { capturedTables } from '#core/db/tables.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { previewUndo, undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import type Database from 'better-sqlite3';
import { bookCells, changedCells } from '#tests/builders/book-cells.ts';
import { commands, runCommand, type Command } from '#tests/builders/random-history.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 60);

const hashOf = (db: Database.Database): string => JSON.stringify(tableHashes(db, capturedTables(db)));

const maxArrival = (t: TestBook): number => (t.book.db.prepare('SELECT coalesce(max(arrival), 0) AS n FROM change').get() as { n: number }).n;

/** Runs commands and remembers who wrote each cell last. */
function history(t: TestBook, list: Command[]): { steps: number[]; before: Map<number, Map<string, unknown>>; writer: Map<string, number> } {
  const writer = new Map<string, number>();
  const before = new Map<number, Map<string, unknown>>();
  const steps: number[] = [];
  for (const command of list) {
    const old = bookCells(t);
    const no = runCommand(t, command);
    if (no === 0) continue;
    // Any write through the door gives foreign changes their step before it goes on.
    if (command.op === 'rawCity') t.book.write({ kind: 'job', verb: 'test.tick', params: {} }, () => undefined);
    const now = bookCells(t);
    for (const cell of changedCells(old, now)) writer.set(cell, no);
    before.set(no, old);
    steps.push(no);
  }
  return { steps, before, writer };
}

function withBook(check: (t: TestBook) => void): void {
  const t = testBook();
  try {
    check(t);
  } finally {
    t.dispose();
  }
}

describe('undo', () => {
  it('of all steps in reverse restores the book, and redo brings it back', () => {
    fc.assert(fc.property(commands(25), (list) => withBook((t) => {
      const states = [hashOf(t.book.db)];
      const { steps } = history(t, list);
      const end = hashOf(t.book.db);
      const undos: number[] = [];
      for (const no of steps.toReversed()) {
        const { step, preview } = undoStep(t.book, no);
        expect(preview.keptCount).toBe(0);
        undos.push(step.no);
      }
      expect(hashOf(t.book.db)).toBe(states[0]);
      for (const no of undos.toReversed()) undoStep(t.book, no);
      expect(hashOf(t.book.db)).toBe(end);
      expect(verifyBook(t.book.db).problems).toEqual([]);
    })), { numRuns: RUNS });
  });

  it('of any one step loses no later write, keeps every rule and says what it keeps', () => {
    fc.assert(fc.property(commands(30), fc.nat(1000), (list, choice) => withBook((t) => {
      const { steps, before, writer } = history(t, list);
      const target = steps[choice % Math.max(1, steps.length)];
      if (target === undefined) return;
      const now = bookCells(t);
      const seen = previewUndo(t.book, target);
      expect(bookCells(t)).toEqual(now);
      const { preview } = undoStep(t.book, target);
      expect({ ...preview, step: 0 }).toEqual({ ...seen, step: 0 });
      const after = bookCells(t);
      const kept = new Set(preview.kept.map((one) => JSON.stringify([one.table, one.key])));
      for (const [cell, by] of writer) {
        const [table, key] = JSON.parse(cell) as [string, string, string];
        if (by !== target) expect([cell, after.get(cell)]).toEqual([cell, now.get(cell)]);
        else if (after.get(cell) !== before.get(target)?.get(cell)) expect([...kept]).toContain(JSON.stringify([table, key]));
      }
      expect(findViolations(t.book.db)).toEqual([]);
      expect(verifyBook(t.book.db).problems).toEqual([]);
    })), { numRuns: RUNS });
  });

  it('in any order, with redo in between, ends with a book that agrees with its log', () => {
    fc.assert(fc.property(commands(15), fc.array(fc.nat(100), { maxLength: 25 }), (list, choices) => withBook((t) => {
      history(t, list);
      for (const choice of choices) {
        const standing = t.book.db.prepare("SELECT no FROM step WHERE undone_by IS NULL AND verb <> 'book.create' ORDER BY no").all() as { no: number }[];
        const target = standing[choice % Math.max(1, standing.length)];
        if (target) undoStep(t.book, target.no);
      }
      expect(findViolations(t.book.db)).toEqual([]);
      expect(verifyBook(t.book.db).problems).toEqual([]);
    })), { numRuns: RUNS });
  });
});

describe('reading as of', () => {
  it('equals the state recorded at that moment', () => {
    fc.assert(fc.property(commands(25), (list) => withBook((t) => {
      const recorded = [{ arrival: maxArrival(t), hash: hashOf(t.book.db) }];
      for (const command of list) {
        runCommand(t, command);
        recorded.push({ arrival: maxArrival(t), hash: hashOf(t.book.db) });
      }
      for (const { arrival, hash } of recorded) expect(readAsOfArrival(t.book, arrival, hashOf)).toBe(hash);
    })), { numRuns: Math.ceil(RUNS / 3) });
  });
});
