import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('leaves a file that is no book as it is', async () => {
    const path = join(dir, 'letter.ballast');
    writeFileSync(path, 'Dear customer, '.repeat(400));
    await expect(driven.api.book.open({ path })).rejects.toMatchObject({ code: 'book-damaged', defined: true });
    expect(await driven.api.app.state()).toMatchObject({ book: null });
  });
});
