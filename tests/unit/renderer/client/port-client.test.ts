import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, describe, expect, it } from 'vitest';
import { HostGoneError } from '#renderer/client/host-gone.ts';
import { createPortClient, portMessageType } from '#renderer/client/port-client.ts';

/** The little of a window that the client listens to. */
class PortWindow extends EventTarget {
  bring(port: MessagePort, data: unknown = { type: portMessageType }, source: unknown = this): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, ports: [port], source }));
  }
}

const opened: MessagePort[] = [];
afterEach(() => opened.splice(0).forEach((port) => port.close()));

function startCore(version: string) {
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  new RPCHandler({
    app: {
      state: os.handler(() => ({ version })),
      saveSettings: os.handler(() => new Promise(() => undefined)),
      topics: os.handler(async function* ({ signal }) {
        yield { topic: 'app' };
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      }),
    },
  }).upgrade(port1);
  port1.start();
  return { port: port2, crash: () => port1.close() };
}

function startClient(waitMs = 200, wantPort: (window: PortWindow) => void = () => undefined) {
  const window = new PortWindow();
  const host = { wantPort: () => wantPort(window), fileToken: (file: File) => Promise.resolve(`token of ${file.name}`), choosePlace: (kind: string) => Promise.resolve(`/a ${kind}`) };
  const client = createPortClient(window as EventTarget as Window, host, waitMs);
  return { window, client };
}

describe('createPortClient', () => {
  it('holds calls back until the port comes', async () => {
    const { window, client } = startClient();
    const state = client.api.app.state();
    window.bring(startCore('1').port);
    expect(await state).toMatchObject({ version: '1' });
  });

  it('asks the program around it for places', async () => {
    expect(await startClient().client.choosePlace?.('folder')).toBe('/a folder');
  });

  it('asks for a port when it listens, and not before', async () => {
    const { client } = startClient(200, (window) => window.bring(startCore('asked').port));
    expect(await client.api.app.state()).toMatchObject({ version: 'asked' });
  });

  it('fails recognisably when no port comes', async () => {
    const { client } = startClient(20);
    await expect(client.api.app.state()).rejects.toBeInstanceOf(HostGoneError);
  });

  it('stops waiting when the caller does', async () => {
    const { client } = startClient(60_000);
    const abort = new AbortController();
    const state = client.api.app.state(undefined, { signal: abort.signal });
    abort.abort();
    await expect(state).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('takes ports from its own window only, and from no other message', async () => {
    const { window, client } = startClient(50);
    window.bring(startCore('foreign').port, { type: portMessageType }, new EventTarget());
    window.bring(startCore('other').port, { type: 'else' });
    window.bring(startCore('text').port, 'ballast-port');
    await expect(client.api.app.state()).rejects.toBeInstanceOf(HostGoneError);
  });

  it('tells running calls and streams of a crash, and goes on over the next port', async () => {
    const { window, client } = startClient();
    const first = startCore('1');
    window.bring(first.port);
    const running = client.api.app.saveSettings({});
    const topics = await client.api.app.topics();
    expect((await topics.next()).value).toEqual({ topic: 'app' });
    const nextTopic = topics.next();
    first.crash();
    await expect(running).rejects.toBeInstanceOf(HostGoneError);
    await expect(nextTopic).rejects.toBeInstanceOf(HostGoneError);
    const state = client.api.app.state();
    window.bring(startCore('2').port);
    expect(await state).toMatchObject({ version: '2' });
  });

  it('gets tokens of files from the preload script', async () => {
    const { client } = startClient();
    const progress: number[] = [];
    expect(await client.upload(new File(['x'], 'a.csv'), (fraction) => progress.push(fraction))).toBe('token of a.csv');
    expect(progress).toEqual([1]);
  });
});
