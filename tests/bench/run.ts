import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driveCore } from '#tests/builders/driven-core.ts';
import { coldStart } from './cold-start.ts';
import { compare, printFigures, type Figure } from './compare.ts';
import { documentFigures } from './documents.ts';
import { exportFigures } from './exports.ts';
import { makeFiles } from './made-files.ts';
import { latencyFigure } from './latency.ts';
import { insertInteractions, insertOrders, insertPeople, rawImport } from './raw-import.ts';
import { rawFile, rawWindow } from './raw-reads.ts';
import { reminderFigures } from './reminders.ts';
import { scrollFigures } from './scroll.ts';
import { syncFigures } from './sync.ts';
import { searchFigures } from './search.ts';
import { todayFigures } from './today.ts';
import { workbookFigures } from './workbooks.ts';

// Every figure stands beside the simplest code that could do the same work, measured in turn with it.
const [small, large] = [process.argv.includes('--small'), process.argv.includes('--large')];
const usual = { accounts: 5_000, people: 50_000, interactions: 100_000, orders: 50_000, linesPerOrder: 4 };
const sizes = small ? { accounts: 300, people: 1_000, interactions: 1_000, orders: 1_000, linesPerOrder: 4 } : large ? { ...usual, accounts: 10_000, orders: 250_000 } : usual;

const dir = mkdtempSync(join(tmpdir(), 'ballast-bench-'));
const figures: Figure[] = [];
const rate = (rows: number) => (ms: number): string => `${Math.round(rows / (ms / 1_000)).toLocaleString('en')} rows/s`;

try {
  process.stdout.write(`${sizes.accounts} accounts, ${sizes.people} people, ${sizes.orders * sizes.linesPerOrder} order lines\n`);
  const files = makeFiles(dir, sizes);
  const driven = driveCore(dir);
  const { core, api, freshBook, importFile } = driven;
  const rounds = small ? 1 : large ? 2 : 5;

  const withAccounts = async (): Promise<void> => {
    await freshBook();
    await importFile(files.accounts, 'accounts');
  };
  figures.push(await compare({
    name: 'import people', budget: 3, rounds, show: rate(sizes.people), prepare: withAccounts,
    ours: () => importFile(files.people, 'people'), limit: () => rawImport(dir, files.people, 4, insertPeople),
  }));
  figures.push(await compare({
    name: 'import order lines', budget: 3, rounds, show: rate(sizes.orders * sizes.linesPerOrder), prepare: withAccounts,
    ours: () => importFile(files.orders, 'orders'), limit: () => rawImport(dir, files.orders, 9, insertOrders),
  }));

  figures.push(await compare({
    name: 'import interactions', budget: 3, rounds, show: rate(sizes.interactions), prepare: withAccounts,
    ours: () => importFile(files.interactions, 'interactions'), limit: () => rawImport(dir, files.interactions, 5, insertInteractions),
  }));
  await withAccounts();
  figures.push(await latencyFigure(driven, files.orders));

  await withAccounts();
  await importFile(files.people, 'people');
  await importFile(files.orders, 'orders');
  const first = await api.accounts.window({ filter: {}, sort: 'revenue', descending: true, cursor: null, limit: 50 });
  const ids = first.rows.map((row) => row.id);
  const { db } = core.current.get();
  let turn = 0;
  const nextId = (): string => ids[(turn += 1) % ids.length] ?? '';
  figures.push(await compare({ name: 'account file read', budget: 1.5, times: 200, ours: () => api.accounts.file({ id: nextId() }), limit: () => rawFile(db, nextId()) }));
  figures.push(await compare({
    name: 'list, first window of 50 by revenue', budget: 2, times: 200,
    ours: () => api.accounts.window({ filter: {}, sort: 'revenue', descending: true, cursor: null, limit: 50 }), limit: () => rawWindow(db, null),
  }));
  figures.push(await compare({
    name: 'list, next window', budget: 2, times: 200,
    ours: () => api.accounts.window({ filter: {}, sort: 'revenue', descending: true, cursor: first.nextCursor, limit: 50 }),
    limit: () => rawWindow(db, { revenue: first.rows.at(-1)?.revenue ?? 0, id: first.rows.at(-1)?.id ?? '' }),
  }));
  // Words that many accounts share, downwards: without an index of their own all of one word would be sorted.
  figures.push(await compare({
    name: 'list, first window of 50 by city', budget: 2, times: 200,
    ours: () => api.accounts.window({ filter: {}, sort: 'city', descending: true, cursor: null, limit: 50 }), limit: () => rawWindow(db, null),
  }));

  figures.push(...await exportFigures(driven, rounds));
  figures.push(...await syncFigures(dir, small ? 1 : 2, small ? 500 : 20_000));

  const scratch = openSync(join(dir, 'sync'), 'w');
  figures.push(await compare({
    name: 'one logged save (against fdatasync)', budget: 5, times: 100,
    ours: () => api.accounts.update({ id: nextId(), patch: { city: `City ${turn}` } }),
    limit: () => {
      writeSync(scratch, 'x'.repeat(4096));
      fdatasyncSync(scratch);
    },
  }));
  closeSync(scratch);
  figures.push(...await searchFigures(driven, small ? { texts: 20_000, queries: 60 } : { texts: 1_000_000, queries: 200 }));
  await core.close();

  figures.push(...await todayFigures(join(dir, 'today'), small ? 20 : 100));
  figures.push(...await reminderFigures(join(dir, 'reminders'), small ? 5 : 20));
  figures.push(...await documentFigures(small ? 500 : 10_000, rounds));
  figures.push(...await workbookFigures(dir, driven.workers, small ? 5_000 : 100_000, rounds));
  figures.push(...await coldStart(dir, rounds));
  figures.push(...await scrollFigures(dir, small ? 5_000 : 100_000, small ? 60 : 300));
  printFigures(figures);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
