import Database from 'better-sqlite3';
import { join } from 'node:path';
import { MemoryPlace, syncBook, syncNow } from '#tests/builders/sync-books.ts';
import type { TestBook } from '#tests/builders/test-book.ts';
import { compare, type Figure } from './compare.ts';

const ROWS = 5_000;

/** Products, which are there before anything is measured. */
function addProducts(t: TestBook): void {
  const insert = t.book.db.prepare('INSERT INTO product (id, name) VALUES (?, ?)');
  t.book.write({ kind: 'user', verb: 'bench.add', params: {} }, () => {
    for (let n = 0; n < ROWS; n += 1) insert.run(`product-${n}`, `Pump ${n}`);
  });
}

/** So many changes of the products, in steps of so many. */
function changeProducts(t: TestBook, changes: number, perStep: number): void {
  const update = t.book.db.prepare('UPDATE product SET name = ?, category = ? WHERE id = ?');
  for (let begin = 0; begin < changes; begin += perStep) {
    t.clock.ms += 1;
    t.book.write({ kind: 'user', verb: 'bench.change', params: {} }, () => {
      for (let n = begin; n < begin + perStep; n += 1) update.run(`Pump ${n} of ${changes}`, `Kind ${n}`, `product-${n % ROWS}`);
    });
  }
}

/** The steps and their operations alone, written to a file by the simplest code there is. */
function rawInsert(path: string, changes: number, perStep: number): void {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.exec(`DROP TABLE IF EXISTS op; CREATE TABLE op (clock INTEGER, device INTEGER, tbl TEXT, key TEXT, op INTEGER, data TEXT);
    DROP TABLE IF EXISTS step; CREATE TABLE step (no INTEGER PRIMARY KEY, id TEXT UNIQUE, kind TEXT, verb TEXT, params TEXT, device INTEGER, at INTEGER)`);
  const [step, insert] = [db.prepare('INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?)'), db.prepare('INSERT INTO op VALUES (?, ?, ?, ?, ?, ?)')];
  db.transaction(() => {
    for (let n = 0; n < changes; n += 1) {
      if (n % perStep === 0) step.run(n, `01a20adb-${String(n).padStart(8, '0')}-8000-000000000001`, 'user', 'bench.change', '{}', 1, n);
      insert.run(n, 1, 'product', `product-${n % ROWS}`, 2, JSON.stringify({ name: `Pump ${n} of ${changes}`, category: `Kind ${n}` }));
    }
  })();
  db.close();
}

/** What a change takes in the place, beside what it may take; in bytes instead of times. */
async function wireFigure(changes: number, perStep: number): Promise<Figure> {
  const [one, place] = [syncBook(1), new MemoryPlace()];
  const bytes = (): number => [...place.files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
  try {
    addProducts(one);
    await syncNow(one, place);
    const before = bytes();
    changeProducts(one, changes, perStep);
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
    addProducts(one);
    await syncNow(one, place);
    two.clock.ms = one.clock.ms;
    await syncNow(two, place);
    changeProducts(one, steps, perStep);
    two.clock.ms = one.clock.ms;
    if (sent) await syncNow(one, place);
  };
  const limit = (perStep: number) => (): void => rawInsert(join(dir, 'operations'), steps, perStep);
  try {
    return [
      await compare({ name: `sync, sending ${steps} steps`, budget: 4, rounds, prepare: () => prepare(false), ours: () => syncNow(one, place), limit: limit(1) }),
      await compare({ name: `sync, taking in ${steps} steps of one change`, budget: 4, rounds, prepare: () => prepare(true), ours: () => syncNow(two, place), limit: limit(1) }),
      await compare({ name: `sync, taking in ${steps} changes of larger steps`, budget: 4, rounds, prepare: () => prepare(true, 500), ours: () => syncNow(two, place), limit: limit(500) }),
      await wireFigure(steps, 1),
      await wireFigure(steps, 500),
    ];
  } finally {
    for (const t of [one, two]) t.dispose();
  }
}
