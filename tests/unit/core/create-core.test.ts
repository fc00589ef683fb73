import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Topic } from '#shared/contract/topics.ts';
import { driveCore, type DrivenCore } from '#tests/builders/driven-core.ts';

let dir: string;
let driven: DrivenCore;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-core-'));
  driven = driveCore(dir);
});
afterEach(async () => {
  await driven.core.close();
  rmSync(dir, { recursive: true, force: true });
});

const coded = (code: string): object => expect.objectContaining({ code });

describe('the core', () => {
  it('opens the book of last time when it starts again, and remembers it first', async () => {
    const path = await driven.freshBook();
    await driven.core.close();
    expect(existsSync(`${path}.owner`)).toBe(false);
    driven = driveCore(dir);
    expect(await driven.api.app.state()).toMatchObject({ host: 'test', book: { path, title: 'Test' }, recent: [{ path, title: 'Test' }], problem: null });
  });

  it('starts without a book and says why when the one of last time is gone', async () => {
    const path = await driven.freshBook();
    await driven.core.close();
    rmSync(path);
    driven = driveCore(dir);
    expect(await driven.api.app.state()).toMatchObject({ book: null, recent: [{ path }], problem: { code: 'book-not-found', where: { path } } });
  });

  it('keeps the list of accounts right through a save, an undo and a redo', async () => {
    await driven.freshBook();
    const { id } = await driven.api.accounts.create({ name: '恒岳重工' });
    const names = async (): Promise<unknown> => (await driven.api.accounts.window({ filter: { text: 'hy' }, sort: 'name', descending: false, cursor: null, limit: 10 })).rows.map((row) => row.name);
    expect(await names()).toEqual(['恒岳重工']);
    await driven.api.accounts.update({ id, patch: { name: 'Quiet' } });
    expect(await names()).toEqual([]);
    await driven.api.history.undo({});
    expect(await names()).toEqual(['恒岳重工']);
    await driven.api.history.redo();
    expect(await names()).toEqual([]);
  });

  it('shows a changed title in the list of books, before its clients are told, and again when it is undone', async () => {
    const path = await driven.freshBook();
    const seen: unknown[] = [];
    const stop = driven.core.topics.subscribe(({ topic }) => {
      if (topic === 'book') void driven.api.app.state().then(({ book, recent }) => seen.push([book?.title, recent[0]?.title]));
    });
    await driven.api.book.update({ title: 'East' });
    await driven.api.history.undo({});
    await expect.poll(() => seen).toEqual([['East', 'East'], ['Test', 'Test']]);
    stop();
    expect((await driven.api.app.state()).recent).toMatchObject([{ path, title: 'Test' }]);
  });

  it('tells every client what a save touched, and when settings change', async () => {
    await driven.freshBook();
    const heard: Topic[] = [];
    driven.core.topics.subscribe((topic) => heard.push(topic));
    const { id } = await driven.api.accounts.create({ name: 'A' });
    await driven.api.app.saveSettings({ theme: 'dark' });
    expect(heard).toContainEqual({ topic: 'accounts', accountIds: [id] });
    expect(heard).toContainEqual({ topic: 'history' });
    expect(heard).toContainEqual({ topic: 'app' });
  });

  it('lets the book go when it closes, so that another can have it', async () => {
    const path = await driven.freshBook();
    const second = driveCore(dir, join(dir, 'data2'));
    await expect(second.api.book.open({ path })).rejects.toThrow(coded('book-in-use'));
    await driven.core.close();
    expect(await second.api.book.open({ path })).toMatchObject({ path });
    await second.core.close();
    expect(() => driven.core.current.get()).toThrow(coded('no-book'));
  });

  it('tells a book that is found damaged while in use from any other error, and says so from then on', async () => {
    const path = await driven.freshBook();
    for (let n = 0; n < 300; n += 1) await driven.api.accounts.create({ name: `Account ${n} ${'x'.repeat(80)}` });
    await driven.api.book.close();
    const raw = new Database(path);
    const leaves = raw.prepare("SELECT pageno FROM dbstat WHERE name = 'account' AND pagetype = 'leaf'").pluck().all() as number[];
    raw.close();
    const file = readFileSync(path);
    for (const page of leaves) file.fill(0x5a, (page - 1) * 4096, page * 4096);
    writeFileSync(path, file);
    await driven.api.book.open({ path });
    await expect(driven.api.accounts.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 200 })).rejects.toMatchObject({ code: 'book-damaged', defined: true, data: { where: { path } } });
    expect(await driven.api.book.status()).toMatchObject({ healthy: false });
  });

  it('brings its host before the person who finds its book in use elsewhere, and no other host', async () => {
    const path = await driven.freshBook();
    let shown = 0;
    const second = driveCore(dir, join(dir, 'data2'), { showWindow: () => Promise.resolve(++shown > 0) });
    try {
      // A host without a window has nothing to show.
      expect(await second.api.book.showOwner({ path })).toEqual({ shown: false });
      await driven.core.close();
      await second.api.book.open({ path });
      driven = driveCore(dir, join(dir, 'data3'));
      expect(await driven.api.book.showOwner({ path })).toEqual({ shown: true });
      expect(shown).toBe(1);
      await second.api.book.close();
      expect(await driven.api.book.showOwner({ path })).toEqual({ shown: false });
      expect(readdirSync(dir).filter((name) => name.endsWith('.show'))).toEqual([]);
    } finally {
      await second.core.close();
    }
  }, 15_000);

  it('asks for a window only where a book may lie', async () => {
    await expect(driven.api.book.showOwner({ path: 'b.ballast' })).rejects.toMatchObject({ code: 'invalid-value', data: { where: { field: 'path' } } });
    await expect(driven.api.book.showOwner({ path: join(dir, 'Dropbox', 'b.ballast') })).rejects.toThrow(coded('synced-folder'));
    expect(await driven.api.book.showOwner({ path: join(dir, 'none.ballast') })).toEqual({ shown: false });
    expect(readdirSync(dir)).toEqual(['data']);
  });

  it('leaves a file that is no book as it is', async () => {
    const path = join(dir, 'letter.ballast');
    writeFileSync(path, 'Dear customer, '.repeat(400));
    await expect(driven.api.book.open({ path })).rejects.toMatchObject({ code: 'book-damaged', defined: true });
    expect(await driven.api.app.state()).toMatchObject({ book: null });
  });

  it.each([[true, []], [false, ['test']]])('leaves telling to the pages where the system shows nothing (it does: %s)', async (shows, onPage) => {
    const cleared: string[] = [];
    const notifier = { show: () => Promise.resolve(shows), clear: (key: string) => cleared.push(key), setCount: () => undefined, onAct: () => undefined };
    await driven.core.close();
    driven = driveCore(dir, join(dir, 'data2'), { notifier });
    await driven.freshBook();
    const heard: string[] = [];
    const ending = new AbortController();
    const watching = (async () => {
      for await (const event of await driven.api.reminders.watch(undefined, { signal: ending.signal })) {
        if (event.type !== 'show') continue;
        heard.push(event.notice.key);
        await driven.api.reminders.told({ key: event.notice.key });
      }
    })().catch(() => undefined);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect([await driven.api.reminders.test(), heard]).toEqual([{ shown: true }, onPage]);
    ending.abort();
    await watching;
  });
});
