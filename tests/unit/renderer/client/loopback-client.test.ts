import { ORPCError } from '@orpc/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startSmallHost, type SmallHost } from '#tests/contract/support/small-host.ts';
import { HostGoneError } from '#renderer/client/host-gone.ts';
import { createLoopbackClient, takeBearer } from '#renderer/client/loopback-client.ts';

function pageWith(content: string | null, stored: Record<string, string> = {}) {
  const storage = new Map(Object.entries(stored));
  const tag = content === null ? null : { content, remove: vi.fn() };
  const replaceState = vi.fn();
  const taken = takeBearer(
    { querySelector: () => tag } as never,
    { getItem: (key: string) => storage.get(key) ?? null, setItem: (key: string, value: string) => storage.set(key, value) } as never,
    { replaceState } as never,
  );
  return { taken, tag, storage, replaceState };
}

describe('takeBearer', () => {
  it('takes it out of the page, keeps it for reloads and cleans the address', () => {
    const { taken, tag, storage, replaceState } = pageWith('secret');
    expect(taken).toBe('secret');
    expect(tag?.remove).toHaveBeenCalledOnce();
    expect([...storage.values()]).toEqual(['secret']);
    expect(replaceState).toHaveBeenCalledWith(null, '', '/');
  });

  it('finds it again after a reload, wherever that was', () => {
    const { storage } = pageWith('secret');
    const again = pageWith(null, Object.fromEntries(storage));
    expect(again.taken).toBe('secret');
    expect(again.replaceState).not.toHaveBeenCalled();
  });

  it('prefers the page to what is stored, and finds nothing where no host opened the page', () => {
    expect(pageWith('new', { 'ballast.bearer': 'old' }).taken).toBe('new');
    expect(pageWith(null).taken).toBeNull();
  });
});

describe('createLoopbackClient', () => {
  let host: SmallHost;
  afterEach(async () => {
    vi.unstubAllGlobals();
    await host.close();
  });

  async function open(bearer?: string) {
    host = await startSmallHost();
    const key = bearer ?? await host.openTab() ?? '';
    const plain = globalThis.fetch;
    // A browser names the page's origin by itself.
    vi.stubGlobal('fetch', (request: Request, init: RequestInit) => {
      request.headers.set('origin', host.origin);
      return plain(request, init);
    });
    return createLoopbackClient(key, host.origin).api;
  }

  it('calls and follows streams', async () => {
    const api = await open();
    expect(await api.app.state()).toEqual({ version: '1' });
    const topics = await api.app.topics();
    expect((await topics.next()).value).toEqual({ topic: 'app' });
    await topics.return?.();
    await vi.waitFor(() => expect(host.seen.aborted).toBe(1));
  });

  it('tells a lost host from every other failure, in calls and in streams', async () => {
    const api = await open();
    const topics = await api.app.topics();
    await topics.next();
    const nextTopic = topics.next();
    nextTopic.catch(() => undefined);
    await expect(api.app.saveSettings({})).rejects.toBeInstanceOf(ORPCError);
    await host.close();
    await expect(nextTopic).rejects.toBeInstanceOf(HostGoneError);
    await expect(api.app.state()).rejects.toBeInstanceOf(HostGoneError);
  });

  it('takes a host that does not know the page for a lost one', async () => {
    const api = await open('A'.repeat(43));
    await expect(api.app.state()).rejects.toBeInstanceOf(HostGoneError);
  });

  it('leaves an abort an abort', async () => {
    const api = await open();
    const abort = new AbortController();
    abort.abort();
    await expect(api.app.state(undefined, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
