import { readdirSync, readFileSync } from 'node:fs';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { topicSchema, type Topic } from '#shared/contract/topics.ts';
import type { Api } from '#renderer/client/api-context.tsx';
import type { Client } from '#renderer/client/types.ts';
import { followTopics, isTouched } from '#renderer/app/topics.ts';

/** A client whose every call answers with what `answer` gives for its path. */
function fakeApi(answer: (path: string) => unknown): Api {
  const at = (path: string[]): unknown => new Proxy(() => undefined, {
    get: (_target, key) => (typeof key === 'string' && key !== 'then' ? at([...path, key]) : undefined),
    apply: () => Promise.resolve(answer(path.join('.'))),
  });
  return createTanstackQueryUtils(at([]) as Client['api']);
}

const key = (path: string, input?: Record<string, unknown>) => [path.split('.'), { type: 'query', ...(input ? { input } : {}) }];

describe('which queries a topic touches', () => {
  it.each<[Topic['topic'], string, boolean]>([
    ['accounts', 'accounts.window', true],
    ['accounts', 'accounts.totals', true],
    ['accounts', 'people.find', true],
    ['accounts', 'duplicates.successor', true],
    ['people', 'duplicates.list', true],
    ['accounts', 'book.backups', false],
    ['people', 'people.list', true],
    ['people', 'accounts.window', false],
    ['interactions', 'timeline.window', true],
    ['interactions', 'accounts.window', true],
    ['interactions', 'business.months', false],
    ['tasks', 'tasks.open', true],
    ['tasks', 'accounts.file', true],
    ['orders', 'business.months', true],
    ['orders', 'reviews.figures', true],
    ['history', 'history.state', true],
    ['history', 'history.steps', true],
    ['history', 'accounts.window', false],
    ['drafts', 'interactions.draft', true],
    ['interactions', 'interactions.draft', false],
    ['backups', 'book.backups', true],
    ['app', 'app.state', true],
    ['app', 'accounts.window', false],
    ['accounts', 'reminders.missed', true],
    ['people', 'reminders.missed', true],
    ['reviews', 'reminders.missed', true],
    ['orders', 'reminders.missed', false],
    ['reminders', 'today.read', true],
    ['reminders', 'calendar.feed', true],
    ['reminders', 'accounts.window', false],
    ['views', 'accounts.window', false],
  ])('%s and %s: %s', (topic, name, touched) => {
    expect(isTouched(key(name), { topic })).toBe(touched);
  });

  it('leaves the files of other accounts alone', () => {
    const topic: Topic = { topic: 'tasks', accountIds: ['a', 'b'] };
    expect(isTouched(key('accounts.file', { id: 'a' }), topic)).toBe(true);
    expect(isTouched(key('accounts.file', { id: 'c' }), topic)).toBe(false);
    expect(isTouched(key('tasks.open', { accountId: 'b' }), topic)).toBe(true);
    expect(isTouched(key('tasks.open', { accountId: 'c' }), topic)).toBe(false);
  });

  it('asks lists anew, which name no account', () => {
    expect(isTouched(key('accounts.window', { sort: 'name' }), { topic: 'tasks', accountIds: ['a'] })).toBe(true);
  });

  it('takes an id that is not an account’s for what it is', () => {
    expect(isTouched(key('interactions.get', { id: 'i1' }), { topic: 'interactions', accountIds: ['a'] })).toBe(true);
  });

  it('knows no foreign keys', () => {
    expect(isTouched(['mine', 1], { topic: 'accounts' })).toBe(false);
    expect(isTouched([], { topic: 'book' })).toBe(false);
    expect(isTouched([['accounts', 'window'], null], { topic: 'accounts', accountIds: ['a'] })).toBe(true);
  });

  it('takes a name that only begins alike for another', () => {
    expect(isTouched(key('accountsOfOthers.list'), { topic: 'accounts' })).toBe(false);
    expect(isTouched(key('interactions.getAll'), { topic: 'interactions' })).toBe(false);
  });

  /** Settled by the setting of the book, by nothing of the book at all, or asked anew by hand where it is changed. */
  const BY_NO_TOPIC = ['documents.look', 'imports.leftOutRows', 'imports.leftOuts', 'sync.status'];

  it('reaches every query that a screen asks, under the name that it has in the contract', () => {
    const folder = new URL('../../../../renderer/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    const asked = files.flatMap((name) => [...readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8').matchAll(/\b([a-z]+\.[a-zA-Z]+)\.(?:queryOptions|infiniteOptions)\(/g)].map(([, path = '']) => path));
    const procedures = Object.entries(contract).flatMap(([feature, of]) => Object.keys(of).map((name) => `${feature}.${name}`));
    const names = [...new Set(asked)].filter((path) => procedures.includes(path)).toSorted();
    expect(names.length).toBeGreaterThan(30);
    const topics = topicSchema.shape.topic.options.filter((topic) => topic !== 'book');
    expect(names.filter((name) => !topics.some((topic) => isTouched(key(name), { topic })))).toEqual(BY_NO_TOPIC);
    expect(names.every((name) => isTouched(key(name), { topic: 'book' }))).toBe(true);
  });
});

const ROWS = key('accounts.window');

/** Follows topics of a core whose open book is whatever `book` says, and shows rows of the first one. */
function following(book: () => string | null, watched: string[] = []) {
  const queries = new QueryClient();
  let asked = 0;
  const api = fakeApi((path) => {
    if (path !== 'app.state') return `answer ${asked += 1}`;
    const bookId = book();
    return { book: bookId === null ? null : { bookId } };
  });
  queries.setQueryData(api.app.state.queryKey(), { book: { bookId: 'first' } } as never);
  queries.setQueryData(ROWS, 'rows of the first');
  // The state is always drawn: by the shell, or by the first start.
  const stops = [new QueryObserver(queries, api.app.state.queryOptions({ staleTime: Infinity })).subscribe(() => undefined)];
  stops.push(...watched.map((name) => new QueryObserver(queries, { queryKey: key(name), queryFn: () => `answer ${asked += 1}`, staleTime: Infinity }).subscribe(() => undefined)));
  return { queries, api, follow: followTopics(queries, api), stop: () => stops.forEach((stop) => stop()) };
}

describe('following topics', () => {
  it('marks only what a topic touches as stale', async () => {
    const { queries, follow } = following(() => 'first');
    queries.setQueryData(key('book.backups'), 'list');
    await follow({ topic: 'accounts' });
    expect(queries.getQueryState(ROWS)?.isInvalidated).toBe(true);
    expect(queries.getQueryState(key('book.backups'))?.isInvalidated).toBe(false);
  });

  it('takes no first answer that was under way before the change', async () => {
    const { queries, follow, stop } = following(() => 'first');
    const answers: ((value: string) => void)[] = [];
    const observer = new QueryObserver(queries, { queryKey: key('today.read'), queryFn: () => new Promise<string>((resolve) => { answers.push(resolve); }), staleTime: Infinity });
    const unsubscribe = observer.subscribe(() => undefined);
    const followed = follow({ topic: 'tasks' });
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.('before');
    answers[1]?.('after');
    await followed;
    expect(queries.getQueryData(key('today.read'))).toBe('after');
    unsubscribe();
    stop();
  });

  it('forgets everything of one book when another is open', async () => {
    const { queries, api, follow } = following(() => 'second');
    await follow({ topic: 'book' });
    expect(queries.getQueryData(ROWS)).toBeUndefined();
    expect(queries.getQueryData(api.app.state.queryKey())?.book?.bookId).toBe('second');
  });

  it('asks screens that are drawn anew instead of taking their queries away', async () => {
    const { queries, follow, stop } = following(() => 'second', ['accounts.window']);
    await follow({ topic: 'book' });
    expect(queries.getQueryData(ROWS)).toBe('answer 1');
    stop();
  });

  it('told twice of one change forgets once', async () => {
    const { queries, follow, stop } = following(() => 'second', ['accounts.window']);
    await Promise.all([follow({ topic: 'book' }), follow({ topic: 'book' })]);
    expect(queries.getQueryState(ROWS)).toMatchObject({ status: 'success', fetchStatus: 'idle' });
    stop();
  });

  it('sees the last of several changes, however late an earlier answer comes', async () => {
    let open: string | null = null;
    const { queries, api, follow } = following(() => open);
    const closed = follow({ topic: 'book' });
    open = 'third';
    await Promise.all([closed, follow({ topic: 'book' })]);
    expect(queries.getQueryData(api.app.state.queryKey())?.book?.bookId).toBe('third');
  });

  it('keeps what is shown of the same book, and asks it anew', async () => {
    const { queries, follow } = following(() => 'first');
    await follow({ topic: 'book' });
    expect(queries.getQueryData(ROWS)).toBe('rows of the first');
    expect(queries.getQueryState(ROWS)?.isInvalidated).toBe(true);
  });
});
