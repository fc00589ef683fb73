import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { tableHashes } from '#core/db/table-hash.ts';
import { driveCore } from '#tests/builders/driven-core.ts';
import { sampleProgressSchema, type NewSample } from '#shared/domain/sample/model.ts';

const dir = mkdtempSync(join(tmpdir(), 'ballast-sample-'));
const { core, api } = driveCore(dir);

afterEach(() => api.book.close());
afterAll(async () => {
  await core.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const sample: NewSample = { title: 'Sample', timeZone: 'Asia/Shanghai', seed: 7, today: '2026-11-23' };

async function make(name: string, input: Partial<NewSample> = {}) {
  const seen: number[] = [];
  for await (const event of await api.sample.create({ ...sample, ...input, path: join(dir, name) })) {
    expect(sampleProgressSchema.parse(event)).toEqual(event);
    if (event.type === 'done') return { book: event.book, seen, hashes: tableHashes(core.current.get().db) };
    seen.push(event.rows / event.totalRows);
  }
  throw new Error('no end');
}

it('makes the same book from the same seed and day, another from another seed', async () => {
  const first = await make('a.ballast');
  expect(first.book).toMatchObject({ title: 'Sample', currency: 'CNY', me: { name: '林晓彤' } });
  expect(first.seen[0]).toBe(0);
  expect(first.seen).toEqual(first.seen.toSorted((a, b) => a - b));
  expect(await api.book.verify()).toMatchObject({ healthy: true, problems: [] });
  expect((await api.accounts.totals({ filter: { keyOnly: true } }))).toMatchObject({ count: 24 });
  const again = await make('b.ballast');
  expect(again.hashes).toEqual(first.hashes);
  expect(again.book?.bookId).not.toBe(first.book?.bookId);
  const other = await make('c.ballast', { seed: 8 });
  for (const table of ['account', 'person', 'interaction', 'task', 'sales_order', 'order_line']) expect(other.hashes[table]?.hash).not.toBe(first.hashes[table]?.hash);
});

it('is no step of the person’s own, so that undoing does not empty the book', async () => {
  await make('undo.ballast');
  await expect(api.history.undo({})).rejects.toMatchObject({ code: 'nothing-to-undo' });
});

it('leaves nothing behind when it is broken off, and the open book open', async () => {
  const { bookId } = await api.book.create({ title: 'Mine', timeZone: 'UTC', currency: 'EUR', owner: 'A', path: join(dir, 'mine.ballast') });
  for await (const event of await api.sample.create({ ...sample, path: join(dir, 'gone.ballast') })) {
    expect(existsSync(join(dir, 'gone.ballast'))).toBe(true);
    if (event.type === 'progress' && event.rows > 0) break;
  }
  expect(readdirSync(dir).filter((name) => name.startsWith('gone'))).toEqual([]);
  expect(await api.book.status()).toMatchObject({ bookId });
});

it('says so when it is cancelled', async () => {
  const stop = new AbortController();
  const ends: unknown[] = [];
  try {
    for await (const event of await api.sample.create({ ...sample, path: join(dir, 'stop.ballast') }, { signal: stop.signal })) {
      stop.abort();
      ends.push(event);
    }
  } catch { /* The client may hear of the end as an abort. */ }
  expect(ends).not.toContainEqual(expect.objectContaining({ type: 'done', book: expect.anything() }));
  expect(existsSync(join(dir, 'stop.ballast'))).toBe(false);
});

it('touches no file that is there and refuses a zone that is none', async () => {
  await make('there.ballast');
  await expect(make('there.ballast')).rejects.toMatchObject({ code: 'book-exists' });
  await expect(make('mars.ballast', { timeZone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'invalid-value' });
});
