import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os, type RouterClient } from '@orpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPortServer, type PortServer } from '#electron/main/serve-ports.ts';
import { electronPort } from './stand-in/electron-port.ts';

const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
/** Every byte value, the 255 that ends the head of a message among them, over several chunks. */
const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7 + (index >> 8)) % 256);

function createRouter() {
  const ended: string[] = [];
  const router = {
    echo: os.input(z.object({ name: z.string() })).handler(({ input }) => input),
    deck: os.output(z.file()).handler(() => new File([bytes], '恒岳 Q3 review.pptx', { type: pptx })),
    upload: os.input(z.object({ file: z.file() })).handler(async ({ input }) => ({ name: input.file.name, size: (await input.file.bytes()).length })),
    count: os.input(z.number()).handler(async function* ({ input }) {
      for (let n = 1; n <= input; n++) yield n;
      return 'done';
    }),
    endless: os.handler(async function* ({ signal }) {
      try {
        for (let n = 1; ; n++) {
          yield n;
          await new Promise((resolve) => { setTimeout(resolve, 1); });
          signal?.throwIfAborted();
        }
      } finally {
        ended.push('endless');
      }
    }),
    refuse: os.errors({ 'not-found': { status: 404, data: z.object({ what: z.string() }) } }).handler(({ errors }) => {
      throw errors['not-found']({ data: { what: 'account' } });
    }),
    slow: os.handler(({ signal }) => new Promise<string>((_, reject) => {
      signal?.addEventListener('abort', () => {
        ended.push('slow');
        reject(new Error('aborted'));
      });
    })),
  };
  return { router, ended };
}

type Client = RouterClient<ReturnType<typeof createRouter>['router']>;
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

function connect(server: PortServer) {
  const { port1, port2 } = new MessageChannel();
  server.serve(electronPort(port1));
  const client: Client = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  closers.push(() => port2.close());
  return { client, port: port2 };
}

function start() {
  const { router, ended } = createRouter();
  const server = createPortServer(router);
  return { server, ended, ...connect(server) };
}

describe('calls over a message port', () => {
  it('bring plain values there and back', async () => {
    const { client } = start();
    expect(await client.echo({ name: '恒岳重工集团 · “Acme”' })).toEqual({ name: '恒岳重工集团 · “Acme”' });
  });

  it('bring a file byte for byte, with its name and type', async () => {
    const { client } = start();
    const file = await client.deck();
    expect(file).toBeInstanceOf(File);
    expect([file.name, file.type, file.size]).toEqual(['恒岳 Q3 review.pptx', pptx, bytes.length]);
    expect(Buffer.compare(await file.bytes(), bytes)).toBe(0);
  });

  it('take a file as well', async () => {
    const { client } = start();
    expect(await client.upload({ file: new File([bytes], 'orders.csv') })).toEqual({ name: 'orders.csv', size: bytes.length });
  });

  it('stream values one by one to the end', async () => {
    const { client } = start();
    const iterator = await client.count(500);
    const seen: number[] = [];
    let result = await iterator.next();
    while (!result.done) {
      seen.push(result.value);
      result = await iterator.next();
    }
    expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(result.value).toBe('done');
  });

  it('answer with the errors of the contract', async () => {
    const { client } = start();
    await expect(client.refuse()).rejects.toMatchObject({ code: 'not-found', status: 404, data: { what: 'account' } });
  });
});

describe('what ends a call', () => {
  it('is a client that stops listening', async () => {
    const { client, ended } = start();
    for await (const n of await client.endless()) if (n >= 3) break;
    await expect.poll(() => ended, { timeout: 10_000 }).toEqual(['endless']);
  });

  it('is a client that cancels', async () => {
    const { client, ended } = start();
    const controller = new AbortController();
    const answer = client.slow(undefined, { signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await expect(answer).rejects.toThrow();
    await expect.poll(() => ended, { timeout: 10_000 }).toEqual(['slow']);
  });

  it('is a window that goes away, and only its own calls', async () => {
    const { server, client, port, ended } = start();
    const other = connect(server);
    const stream = await client.endless();
    await stream.next();
    port.close();
    await expect.poll(() => ended, { timeout: 10_000 }).toEqual(['endless']);
    expect(await other.client.echo({ name: 'still here' })).toEqual({ name: 'still here' });
  });

  it('leaves nothing of a window that has gone', async () => {
    const { server, port } = start();
    let closed = 0;
    const { port1, port2 } = new MessageChannel();
    const served = electronPort(port1);
    server.serve({ ...served, close: () => { closed += 1; } });
    const gone = new Promise<void>((resolve) => { served.on('close', () => resolve()); });
    port2.close();
    await gone;
    server.close();
    await new Promise<void>((resolve) => { port.once('close', () => resolve()); });
    expect(closed).toBe(0);
  });

  it('is the end of the core, which every window notices', async () => {
    const { server, client, port, ended } = start();
    const other = connect(server);
    const closed = [port, other.port].map((one) => new Promise<void>((resolve) => { one.once('close', () => resolve()); }));
    await (await client.endless()).next();
    server.close();
    await Promise.all(closed);
    await expect.poll(() => ended, { timeout: 10_000 }).toEqual(['endless']);
  });
});
