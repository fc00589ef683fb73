import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rawRequest, sendRaw, statuses } from './support/raw-http.ts';
import { startSmallHost, type SmallHost } from './support/small-host.ts';

let host: SmallHost;
afterEach(() => host.close());

describe('the way in', () => {
  it('answers a code with the app and a bearer, which then admits calls', async () => {
    host = await startSmallHost();
    const bearer = await host.openTab();
    expect(host.seen.tabs).toBe(1);
    const answer = await host.call('app/state', bearer);
    expect([answer.status, await answer.json()]).toEqual([200, { json: { version: '1' } }]);
  });

  it('takes a code once', async () => {
    host = await startSmallHost();
    const code = host.issueCode();
    expect(await host.openTab(code)).not.toBeNull();
    expect(await host.openTab(code)).toBeNull();
    expect(host.seen.tabs).toBe(1);
  });

  it('gives no page a bearer but that of /boot', async () => {
    host = await startSmallHost();
    await host.openTab();
    const page = await fetch(host.origin);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('ballast-bearer');
  });

  it.each([null, 'A'.repeat(43)])('lets bearer %s nowhere', async (bearer) => {
    host = await startSmallHost();
    const answer = await host.call('app/state', bearer);
    const upload = await fetch(`${host.origin}/upload`, {
      method: 'POST', body: 'x', headers: { origin: host.origin, 'content-type': 'application/octet-stream', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
    });
    expect([answer.status, upload.status, host.seen.calls]).toEqual([401, 401, 0]);
    expect(readdirSync(host.uploadDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([]);
  });

  it('knows no bearer of another run', async () => {
    host = await startSmallHost();
    const stale = await host.openTab();
    await host.close();
    host = await startSmallHost();
    expect((await host.call('app/state', stale)).status).toBe(401);
  });
});

describe('every answer', () => {
  it('has the safety headers, no cookie and no word of CORS', async () => {
    host = await startSmallHost();
    const bearer = await host.openTab();
    const answers = await Promise.all([
      fetch(host.origin), fetch(`${host.origin}/assets/index.js`), fetch(`${host.origin}/nothing.js`), host.call('app/state', bearer),
      host.call('app/nothing', bearer), host.call('app/state', null), host.call('app/fail', bearer), fetch(`${host.origin}/`, { method: 'OPTIONS', headers: { origin: 'https://evil.test' } }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404, 200, 404, 401, 500, 405]);
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('set-cookie')).toBeNull();
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    for (const answer of [answers[0], answers[1]]) expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('tells nothing of what failed inside', async () => {
    host = await startSmallHost();
    const answer = await host.call('app/fail', await host.openTab());
    expect(await answer.text()).not.toContain('inside');
  });
});

describe('uploads', () => {
  const send = (bearer: string | null, body: BodyInit, name = 'orders.csv') => fetch(`${host.origin}/upload`, {
    method: 'POST', body, headers: { origin: host.origin, authorization: `Bearer ${bearer}`, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
  });

  it('stream to disk and answer a token of the file', async () => {
    host = await startSmallHost();
    const body = Buffer.alloc(3 * 1024 * 1024, 'ab');
    const { token } = await (await send(await host.openTab(), body, '订单 2026.csv')).json() as { token: string };
    const file = host.files.resolve(token);
    expect(file?.name).toBe('订单 2026.csv');
    expect(readFileSync(file?.path ?? '').equals(body)).toBe(true);
    await host.close();
    expect(existsSync(file?.path ?? '')).toBe(false);
    host = await startSmallHost();
  });

  it('without room on the disk are refused with a code, even while the browser is still sending', async () => {
    host = await startSmallHost({ keepFree: Number.MAX_SAFE_INTEGER });
    const answer = await send(await host.openTab(), Buffer.alloc(8 * 1024 * 1024));
    expect([answer.status, await answer.json()]).toEqual([413, { code: 'file-too-large' }]);
  });

  it('need a name that can be read', async () => {
    host = await startSmallHost();
    const bearer = await host.openTab();
    const received = await sendRaw(host.port, rawRequest('POST /upload', host.port, [
      `Origin: ${host.origin}`, `Authorization: Bearer ${bearer}`, 'Content-Type: application/octet-stream', 'Content-Length: 1', 'X-File-Name: %E0%A4%A',
    ], 'x'));
    expect(statuses(received)).toEqual([400]);
  });

  it('that break off leave nothing', async () => {
    host = await startSmallHost();
    const bearer = await host.openTab();
    const socket = connect(host.port, '127.0.0.1');
    socket.write(rawRequest('POST /upload', host.port, [`Origin: ${host.origin}`, `Authorization: Bearer ${bearer}`, 'Content-Type: application/octet-stream', 'Content-Length: 1000'], 'half'));
    const files = () => readdirSync(host.uploadDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
    await vi.waitFor(() => expect(files()).toBe(1));
    socket.destroy();
    await vi.waitFor(() => expect(files()).toBe(0));
    expect(host.seen.errors).toEqual([]);
  });
});

describe('staying', () => {
  it('ends after the last tab has gone, not while its stream is open', async () => {
    host = await startSmallHost({ idleMs: 300 });
    const bearer = await host.openTab();
    const tab = new AbortController();
    const stream = await host.call('app/topics', bearer, { signal: tab.signal });
    await sleep(600);
    expect(host.seen.idle).toBe(0);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    tab.abort();
    await vi.waitFor(() => expect(host.seen).toMatchObject({ idle: 1, aborted: 1 }));
  });

  it('does not end while a call runs whose tab has gone', async () => {
    host = await startSmallHost({ idleMs: 150 });
    const bearer = await host.openTab();
    const tab = new AbortController();
    const call = host.call('app/slow', bearer, { signal: tab.signal }).catch(() => 'gone');
    await sleep(100);
    tab.abort();
    expect(await call).toBe('gone');
    await sleep(500);
    expect(host.seen.idle).toBe(0);
    host.finishSlow();
    await vi.waitFor(() => expect(host.seen.idle).toBe(1));
  });
});
