import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import type { Topic } from '#shared/contract/topics.ts';
import type { Api } from '#renderer/client/api-context.tsx';
import type { Client } from '#renderer/client/types.ts';
import { applyTopic, isTouched } from '#renderer/app/topics.ts';

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
  });
});

describe('applying a topic', () => {
  it('marks only what it touches as stale', () => {
    const queries = new QueryClient();
    const api = fakeApi(() => null);
    queries.setQueryData(key('accounts.window'), 'rows');
    queries.setQueryData(key('book.backups'), 'list');
    applyTopic(queries, api, { topic: 'accounts' });
    expect(queries.getQueryState(key('accounts.window'))?.isInvalidated).toBe(true);
    expect(queries.getQueryState(key('book.backups'))?.isInvalidated).toBe(false);
  });

  it('forgets everything of one book when another is open', async () => {
    const queries = new QueryClient();
    const api = fakeApi(() => ({ book: { bookId: 'second' } }));
    queries.setQueryData(api.app.state.queryKey(), { book: { bookId: 'first' } } as never);
    queries.setQueryData(key('accounts.window'), 'rows of the first');
    applyTopic(queries, api, { topic: 'book' });
    await vi.waitFor(() => expect(queries.getQueryData(key('accounts.window'))).toBeUndefined());
    expect(queries.getQueryData(api.app.state.queryKey())?.book?.bookId).toBe('second');
  });

  it('keeps what is shown of the same book, and asks it anew', async () => {
    const queries = new QueryClient();
    const api = fakeApi(() => ({ book: { bookId: 'first' } }));
    queries.setQueryData(api.app.state.queryKey(), { book: { bookId: 'first' } } as never);
    queries.setQueryData(key('accounts.window'), 'rows');
    applyTopic(queries, api, { topic: 'book' });
    await vi.waitFor(() => expect(queries.getQueryState(key('accounts.window'))?.isInvalidated).toBe(true));
    expect(queries.getQueryData(key('accounts.window'))).toBe('rows');
  });
});
