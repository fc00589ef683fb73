import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findViolations } from '#core/db/invariants.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { previewUndo, undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { mergeAccounts, mergePeople } from '#core/features/duplicates/merge-records.ts';
import { bookCells, changedCells } from '#tests/builders/book-cells.ts';
import { commands, runCommand } from '#tests/builders/random-history.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 40);

interface Choice { person: boolean; a: number; b: number; name: string | undefined }

const choice: fc.Arbitrary<Choice> = fc.record({ person: fc.boolean(), a: fc.nat(50), b: fc.nat(50), name: fc.option(fc.constantFrom('Both', '合并'), { nil: undefined }) });

function withBook(check: (t: TestBook) => void): void {
  const t = testBook();
  try {
    check(t);
  } finally {
    t.dispose();
  }
}

/** No circle, no hanging reference, and rows that agree with the log. */
function expectSound(t: TestBook): void {
  expect(findViolations(t.book.db)).toEqual([]);
  expect(verifyBook(t.book.db).problems).toEqual([]);
}

/** @returns number of the step and the id that is gone, or null where there are no two to merge */
function mergeAny(t: TestBook, { person, a, b, name }: Choice): { no: number; mergedId: string } | null {
  const ids = t.book.db.prepare<[], string>(`SELECT id FROM ${person ? 'person' : 'account'} ORDER BY id`).pluck().all();
  const [survivorId, mergedId] = [ids[a % Math.max(1, ids.length)], ids[b % Math.max(1, ids.length)]];
  if (survivorId === undefined || mergedId === undefined || survivorId === mergedId) return null;
  const merge = person ? mergePeople : mergeAccounts;
  return { no: merge(t.book, t.deps.ids, { survivorId, mergedId }, name === undefined ? {} : { name }), mergedId };
}

describe('a merge', () => {
  it('leaves nothing that names what is gone, and comes back as it was', () => {
    fc.assert(fc.property(commands(30), choice, (list, which) => withBook((t) => {
      for (const command of list) runCommand(t, command);
      t.book.write({ kind: 'job', verb: 'test.tick', params: {} }, () => undefined);
      const before = tableHashes(t.book.db);
      const made = mergeAny(t, which);
      if (!made) return;
      expectSound(t);
      const named = [...bookCells(t)].filter(([cell, value]) => value === made.mergedId && !cell.endsWith('"merged_id"]'));
      expect(named).toEqual([]);
      const merged = tableHashes(t.book.db);
      const { step, preview } = undoStep(t.book, made.no);
      expect(preview.keptCount).toBe(0);
      expect(tableHashes(t.book.db)).toEqual(before);
      undoStep(t.book, step.no);
      expect(tableHashes(t.book.db)).toEqual(merged);
    })), { numRuns: RUNS });
  });

  it('is taken back later without a loss of what was written since', () => {
    fc.assert(fc.property(commands(25), choice, commands(15), (list, which, later) => withBook((t) => {
      for (const command of list) runCommand(t, command);
      t.book.write({ kind: 'job', verb: 'test.tick', params: {} }, () => undefined);
      const before = bookCells(t);
      const made = mergeAny(t, which);
      if (!made) return;
      const written = new Set<string>();
      for (const command of later) {
        const old = bookCells(t);
        runCommand(t, command);
        t.book.write({ kind: 'job', verb: 'test.tick', params: {} }, () => undefined);
        const now = bookCells(t);
        for (const cell of changedCells(old, now)) written.add(cell);
      }
      const now = bookCells(t);
      const seen = previewUndo(t.book, made.no);
      const { preview } = undoStep(t.book, made.no);
      expect({ ...preview, step: 0 }).toEqual({ ...seen, step: 0 });
      const after = bookCells(t);
      const kept = new Set(preview.kept.map(({ table, key }) => JSON.stringify([table, key])));
      const cut = new Set(preview.reverts.filter(({ table, field, to }) => table === 'position' && field === 'reports_to_id' && to === null).map(({ table, key }) => JSON.stringify([table, key, 'reports_to_id'])));
      for (const cell of new Set([...before.keys(), ...now.keys(), ...after.keys()])) {
        const [table, key] = JSON.parse(cell) as [string, string, string];
        // Of what was written since, only lines that would lead into the other account go, and the preview names them.
        if (cut.has(cell)) expect(after.get(cell)).toBeNull();
        else if (written.has(cell)) expect([cell, after.get(cell)]).toEqual([cell, now.get(cell)]);
        else if (after.get(cell) !== before.get(cell)) expect([...kept], cell).toContain(JSON.stringify([table, key]));
      }
      expectSound(t);
    })), { numRuns: RUNS });
  });
});
