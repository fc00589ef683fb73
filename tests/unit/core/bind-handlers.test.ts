import { createRouterClient, ORPCError } from '@orpc/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { bindHandlers, type CoreHandlers } from '#core/bind-handlers.ts';
import { contract } from '#shared/contract/index.ts';
import type { Topic } from '#shared/contract/topics.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';

let logged: unknown[];
beforeEach(() => { logged = []; });

/** What a store might throw about its own file. */
const torn = new Error('malformed');

const log = { info: () => undefined, error: (_message: string, error: unknown) => void logged.push(error) };

/** A core of which only `app` does anything: each of its three procedures as told. */
function clientOf(app: Partial<CoreHandlers['app']>) {
  const tables = Object.fromEntries(Object.entries(contract).map(([feature, table]) => [
    feature, Object.fromEntries(Object.keys(table).map((name) => [name, () => { throw new Error(`${feature}.${name} is not part of this test`); }])),
  ]));
  const handlers = { ...tables, app: { ...tables['app'], ...app } } as CoreHandlers;
  return createRouterClient(bindHandlers(handlers, { log, explain: (error) => (error === torn ? new CodedError('book-damaged', { where: { path: '/b' } }) : error) }));
}

const fail = (error: unknown) => clientOf({ saveSettings: () => { throw error; } }).app.saveSettings({});
const caught = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => expect.unreachable(), (error: unknown) => error);

describe('a handler', () => {
  it('gets the input that the contract read, and a signal that never ends where the client gave none', async () => {
    const seen: unknown[] = [];
    const api = clientOf({ saveSettings: (input, { signal }) => {
      seen.push(input, signal.aborted);
      return { language: 'en', theme: 'dark', startAtLogin: false, stayInTray: false };
    } });
    expect(await api.app.saveSettings({ theme: 'dark' })).toMatchObject({ language: 'en', theme: 'dark' });
    expect(seen).toEqual([{ theme: 'dark' }, false]);
  });

  it("hears the client's signal", async () => {
    const ended = new AbortController();
    const api = clientOf({ saveSettings: (_input, { signal }) => new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new CodedError('import-failed')));
      ended.abort();
    }) });
    expect(await caught(api.app.saveSettings({}, { signal: ended.signal }))).toMatchObject({ code: 'import-failed' });
  });
});

describe('an error that a person can act on', () => {
  it('is also what the store says of its file, which is logged', async () => {
    expect(await caught(fail(torn))).toMatchObject({ code: 'book-damaged', defined: true, data: { where: { path: '/b' } } });
    expect(logged).toEqual([torn]);
  });

  it("becomes the contract's error of its code, with its place and params, and is not logged", async () => {
    const error = await caught(fail(new CodedError('book-in-use', { where: { path: '/b' }, params: { host: 'cli' } })));
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({ code: 'book-in-use', status: 409, defined: true, data: { where: { path: '/b' }, params: { host: 'cli' } } });
    expect(logged).toEqual([]);
  });

  it('is logged by what lay behind it, where something did', async () => {
    const cause = new TypeError('slip');
    await caught(fail(new CodedError('import-failed', { cause })));
    expect(logged).toEqual([cause]);
  });

  it('of a promise is told the same way', async () => {
    const api = clientOf({ saveSettings: () => Promise.reject(new CodedError('not-found')) });
    expect(await caught(api.app.saveSettings({}))).toMatchObject({ code: 'not-found', status: 404, defined: true });
  });

  it('whose code the contract does not know is a slip: logged, and no error of the contract', async () => {
    const slip = new CodedError('toString');
    expect(await caught(fail(slip))).not.toMatchObject({ defined: true });
    expect(logged).toEqual([slip]);
  });
});

describe('any other error', () => {
  it('is logged once and reaches the client as it reaches any client of oRPC: internal', async () => {
    const slip = new TypeError('slip');
    const error = await caught(fail(slip));
    expect(error).not.toBeInstanceOf(ORPCError);
    expect(logged).toEqual([slip]);
  });

  it('is not logged when it only says that the client went away', async () => {
    const gone = Object.assign(new Error('gone'), { name: 'AbortError' });
    expect(await caught(fail(gone))).toBe(gone);
    expect(logged).toEqual([]);
  });

  it('of oRPC itself passes unlogged: input that the contract refuses, or an answer made on purpose', async () => {
    const told = new ORPCError('UNAUTHORIZED');
    expect(await caught(fail(told))).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(logged).toEqual([]);
  });
});

describe('a stream', () => {
  async function* failing(error: unknown): AsyncGenerator<Topic> {
    yield { topic: 'app' };
    throw error;
  }

  async function read(error: unknown): Promise<{ heard: Topic[]; error: unknown }> {
    const heard: Topic[] = [];
    try {
      for await (const topic of await clientOf({ topics: () => failing(error) }).app.topics()) heard.push(topic);
    } catch (caughtError) {
      return { heard, error: caughtError };
    }
    return expect.unreachable();
  }

  it('that fails with a code tells it after what came before', async () => {
    const { heard, error } = await read(new CodedError('import-failed', { params: { row: 7 } }));
    expect(heard).toEqual([{ topic: 'app' }]);
    expect(error).toMatchObject({ code: 'import-failed', defined: true, data: { params: { row: 7 } } });
    expect(logged).toEqual([]);
  });

  it('that fails otherwise is logged once', async () => {
    const slip = new TypeError('slip');
    expect((await read(slip)).error).not.toMatchObject({ defined: true });
    expect(logged).toEqual([slip]);
  });

  it('that the client leaves ends in its own finally', async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<Topic> {
      try {
        for (;;) yield { topic: 'app' };
      } finally {
        ended = true;
      }
    }
    for await (const topic of await clientOf({ topics: endless }).app.topics()) {
      expect(topic).toEqual({ topic: 'app' });
      break;
    }
    expect(ended).toBe(true);
  });
});
