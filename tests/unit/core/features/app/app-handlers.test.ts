import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppSettingsFile } from '#core/features/app/app-settings.ts';
import { createAppHandlers, type AppDeps } from '#core/features/app/handlers.ts';
import { Topics } from '#core/topics.ts';
import type { Topic } from '#shared/contract/topics.ts';
import type { BookStatus } from '#shared/domain/book/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';

const call = { signal: new AbortController().signal };

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'ballast-app-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = (): string => join(dir, 'settings.json');
const book = (n: number) => ({ path: `/books/${n}.ballast`, title: `Book ${n}`, openedAt: n });
const status: BookStatus = {
  bookId: 'b', path: '/books/1.ballast', title: 'Book', timeZone: 'UTC', currency: 'EUR', me: null, readOnly: null, clock: 'ok', healthy: null, lastBackupAt: null, backupFailed: false, today: '2026-11-23',
};

function handlersWith(deps: Partial<AppDeps> = {}) {
  const topics = new Topics();
  return createAppHandlers({
    version: '1.2.3', hostName: 'test', offers: [], settings: new AppSettingsFile(dir), log: { info: () => undefined, error: () => undefined }, bookStatus: () => null, openLast: () => undefined,
    subscribe: (listener) => topics.subscribe(listener), onSettings: () => undefined, ...deps,
  });
}

describe('settings of this computer', () => {
  it('last, and a save changes only what it names', () => {
    const settings = new AppSettingsFile(dir);
    settings.save({ language: 'zh-CN', theme: 'dark', stayInTray: true });
    settings.remember(book(1));
    expect(settings.save({ theme: 'light' })).toEqual({ language: 'zh-CN', theme: 'light', startAtLogin: false, stayInTray: true });
    const again = new AppSettingsFile(dir);
    expect(again.settings).toEqual({ language: 'zh-CN', theme: 'light', startAtLogin: false, stayInTray: true });
    expect(again.recent).toEqual([book(1)]);
    expect(readdirSync(dir)).toEqual(['settings.json']);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"language":', '{"language":"tlh","theme":"dark","recent":[]}', '{"language":"en","theme":"dark"}', 'null'])('start anew when the file holds %j, and can be saved again', (text) => {
    writeFileSync(file(), text);
    const settings = new AppSettingsFile(dir);
    expect(settings.settings.theme).toBe('auto');
    expect(settings.recent).toEqual([]);
    settings.save({ theme: 'dark' });
    expect(new AppSettingsFile(dir).settings.theme).toBe('dark');
  });

  it('of an earlier program are read, and what it did not know is off', () => {
    writeFileSync(file(), JSON.stringify({ language: 'zh-CN', theme: 'dark', recent: [book(1)] }));
    const settings = new AppSettingsFile(dir);
    expect([settings.settings, settings.recent]).toEqual([{ language: 'zh-CN', theme: 'dark', startAtLogin: false, stayInTray: false }, [book(1)]]);
  });

  it('say which of them the host can follow', async () => {
    expect(await handlersWith({ offers: ['stayInTray'] }).state(undefined, call)).toMatchObject({ offers: ['stayInTray'] });
    expect(await handlersWith().state(undefined, call)).toMatchObject({ offers: [] });
  });

  it('remember the last eight books, newest first, each once with its latest title', () => {
    const settings = new AppSettingsFile(dir);
    for (let n = 1; n <= 10; n += 1) settings.remember(book(n));
    settings.remember({ ...book(5), title: 'Renamed', openedAt: 11 });
    expect(settings.recent.map((one) => one.openedAt)).toEqual([11, 10, 9, 8, 7, 6, 4, 3]);
    expect(settings.recent[0]?.title).toBe('Renamed');
    expect(new AppSettingsFile(dir).recent).toEqual(settings.recent);
  });

  it('tell the other windows when they are saved', async () => {
    let told = 0;
    expect(await handlersWith({ onSettings: () => { told += 1; } }).saveSettings({ theme: 'dark' }, call)).toMatchObject({ theme: 'dark' });
    expect(told).toBe(1);
  });
});

describe('the state of the program', () => {
  it('opens the book of last time at the first call only', async () => {
    let opened = 0;
    let open: BookStatus | null = null;
    const handlers = handlersWith({
      bookStatus: () => open,
      openLast: () => {
        opened += 1;
        open = status;
      },
    });
    expect(await handlers.state(undefined, call)).toMatchObject({ version: '1.2.3', host: 'test', book: status, recent: [], problem: null });
    open = null;
    expect(await handlers.state(undefined, call)).toMatchObject({ book: null });
    expect(opened).toBe(1);
  });

  it('does not open another when one is open already', async () => {
    const handlers = handlersWith({ bookStatus: () => status, openLast: () => expect.unreachable() });
    expect(await handlers.state(undefined, call)).toMatchObject({ book: status });
  });

  it('says why the book of last time did not open, having tried once, until another is open', async () => {
    let tries = 0;
    let open: BookStatus | null = null;
    const handlers = handlersWith({
      bookStatus: () => open,
      openLast: () => {
        tries += 1;
        throw new CodedError('book-in-use', { where: { path: '/books/1.ballast' }, params: { host: 'cli' } });
      },
    });
    const problem = { code: 'book-in-use', where: { path: '/books/1.ballast' }, params: { host: 'cli' } };
    expect(await handlers.state(undefined, call)).toMatchObject({ book: null, problem });
    // A second window, or the same one loaded again, has to be told as well.
    expect(await handlers.state(undefined, call)).toMatchObject({ problem });
    expect(tries).toBe(1);
    open = status;
    expect(await handlers.state(undefined, call)).toMatchObject({ problem: null });
    open = null;
    expect(await handlers.state(undefined, call)).toMatchObject({ problem: null });
  });

  it('has a problem without words of its own where nobody foresaw one, and logs it', () => {
    const slip = new TypeError('slip');
    const logged: unknown[] = [];
    const handlers = handlersWith({ openLast: () => { throw slip; }, log: { info: () => undefined, error: (_message, error) => void logged.push(error) } });
    expect(handlers.state(undefined, call)).toMatchObject({ book: null, problem: { code: 'unexpected' } });
    expect(logged).toEqual([slip]);
  });
});

describe('the stream of topics', () => {
  function listen() {
    const listeners = new Set<(topic: Topic) => void>();
    const ended = new AbortController();
    const handlers = handlersWith({
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    const publish = (topic: Topic): void => { for (const listener of listeners) listener(topic); };
    const stream = async (): Promise<AsyncIterator<Topic>> => (await handlers.topics(undefined, { signal: ended.signal }))[Symbol.asyncIterator]();
    return { listeners, ended, publish, stream };
  }

  it('begins with a word of its own, then gives everything since, in order', async () => {
    const { publish, stream } = listen();
    const topics = await stream();
    expect(await topics.next()).toEqual({ done: false, value: { topic: 'app' } });
    publish({ topic: 'accounts', accountIds: ['a'] });
    publish({ topic: 'history' });
    expect([await topics.next(), await topics.next()]).toMatchObject([{ value: { topic: 'accounts', accountIds: ['a'] } }, { value: { topic: 'history' } }]);
    const waiting = topics.next();
    publish({ topic: 'tasks' });
    expect(await waiting).toMatchObject({ value: { topic: 'tasks' } });
  });

  it('ends while it waits when the client goes away, and listens no longer', async () => {
    const { listeners, ended, stream } = listen();
    const topics = await stream();
    await topics.next();
    expect(listeners.size).toBe(1);
    const waiting = topics.next();
    ended.abort();
    expect(await waiting).toMatchObject({ done: true });
    expect(listeners.size).toBe(0);
  });

  it('listens no longer when it is left', async () => {
    const { listeners, stream } = listen();
    const topics = await stream();
    await topics.next();
    await topics.return?.();
    expect(listeners.size).toBe(0);
  });
});
