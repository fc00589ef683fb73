import Database from 'better-sqlite3';
import { join } from 'node:path';
import { MemoryPlace, syncBook, syncNow } from '#tests/builders/sync-books.ts';
import type { TestBook } from '#tests/builders/test-book.ts';
import { compare, type Figure } from './compare.ts';

const ROWS = 5_000;

/** A book of products, so many of them new, and changes of them in steps of so many. */
function changedBook(t: TestBook, changes: number, perStep: number, added = ROWS): void {
  const { db } = t.book;
  const [insert, update] = [db.prepare('INSERT INTO product (id, name) VALUES (?, ?)'), db.prepare('UPDATE product SET name = ?, category = ? WHERE id = ?')];
  t.book.write({ kind: 'user', verb: 'bench.add', params: {} }, () => {
    for (let n = 0; n < added; n += 1) insert.run(`product-${n}`, `Pump ${n}`);
  });
  for (let begin = 0; begin < changes; begin += perStep) {
    t.clock.ms += 1;
    t.book.write({ kind: 'user', verb: 'bench.change', params: {} }, () => {
      for (let n = begin; n < begin + perStep; n += 1) update.run(`Pump ${n} of ${changes}`, `Kind ${n}`, `product-${n % ROWS}`);
    });
  }
}

/** The operations alone, written to a file by the simplest code there is. */
function rawInsert(path: string, steps: number): void {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.exec('DROP TABLE IF EXISTS op; CREATE TABLE op (clock INTEGER, device INTEGER, tbl TEXT, key TEXT, op INTEGER, data TEXT)');
  const insert = db.prepare('INSERT INTO op VALUES (?, ?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (let n = 0; n < steps; n += 1) insert.run(n, 1, 'product', `product-${n % ROWS}`, 2, JSON.stringify({ name: `Pump ${n} of ${steps}`, category: `Kind ${n}` }));
  })();
  db.close();
}

/** What a change takes in the place, beside what it may take; in bytes instead of times. */
async function wireFigure(changes: number, perStep: number): Promise<Figure> {
  const [one, place] = [syncBook(1), new MemoryPlace()];
  const bytes = (): number => [...place.files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
  try {
    changedBook(one, 0, perStep);
    await syncNow(one, place);
    const before = bytes();
    changedBook(one, changes, perStep, 0);
    await syncNow(one, place);
    const each = (bytes() - before) / changes;
    return { name: `sync, bytes a change, ${perStep} a step`, ours: `${each.toFixed(1)} B`, limit: '20 B', ratio: each / 20, budget: 1 };
  } finally {
    one.dispose();
  }
}

/** Sending and taking in the steps of another book, beside writing their operations alone. */
export async function syncFigures(dir: string, rounds: number, steps: number): Promise<Figure[]> {
  let [one, two, place] = [syncBook(1), syncBook(2), new MemoryPlace()];
  const prepare = async (sent: boolean, perStep = 1): Promise<void> => {
    for (const t of [one, two]) t.dispose();
    [one, two, place] = [syncBook(1), syncBook(2), new MemoryPlace()];
    changedBook(one, steps, perStep);
    two.clock.ms = one.clock.ms;
    if (sent) await syncNow(one, place);
  };
  const limit = (): void => rawInsert(join(dir, 'operations'), steps);
  try {
    return [
      await compare({ name: `sync, sending ${steps} steps`, budget: 4, rounds, prepare: () => prepare(false), ours: () => syncNow(one, place), limit }),
      await compare({ name: `sync, taking in ${steps} steps`, budget: 4, rounds, prepare: () => prepare(true), ours: () => syncNow(two, place), limit }),
      await compare({ name: `sync, taking in ${steps} changes of larger steps`, budget: 4, rounds, prepare: () => prepare(true, 500), ours: () => syncNow(two, place), limit }),
      await wireFigure(steps, 1),
      await wireFigure(steps, 500),
    ];
  } finally {
    for (const t of [one, two]) t.dispose();
  }
}
