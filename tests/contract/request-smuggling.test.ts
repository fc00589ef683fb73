import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest, sendRaw, statuses } from './support/raw-http.ts';
import { startSmallHost, type SmallHost } from './support/small-host.ts';

let host: SmallHost;
let bearer = '';
let callHeaders: string[] = [];
let inner = '';

beforeAll(async () => {
  host = await startSmallHost();
  bearer = await host.openTab() ?? '';
  callHeaders = [`Origin: ${host.origin}`, 'Content-Type: application/json', `Authorization: Bearer ${bearer}`];
  // What an attacker would hide: a whole admitted call, as far as the host could tell.
  inner = rawRequest('POST /rpc/app/state', host.port, [...callHeaders, 'Content-Length: 2'], '{}');
});
afterAll(() => host.close());
beforeEach(() => { host.seen.calls = 0; });

const post = (headers: string[], body: string) => rawRequest('POST /rpc/app/state', host.port, [...callHeaders, ...headers], body);

describe('a request hidden in another is never read', () => {
  it.each([
    ['length before coding (CL.TE)', () => post(['Content-Length: 6', 'Transfer-Encoding: chunked'], `0\r\n\r\n${inner}`)],
    ['coding before length (TE.CL)', () => post(['Transfer-Encoding: chunked', 'Content-Length: 4'], `2\r\n{}\r\n0\r\n\r\n${inner}`)],
    ['chunked alone', () => post(['Transfer-Encoding: chunked'], `2\r\n{}\r\n0\r\n\r\n${inner}`)],
    ['two codings (TE.TE)', () => post(['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], `0\r\n\r\n${inner}`)],
    ['a disguised coding', () => post(['Transfer-Encoding: xchunked', 'Content-Length: 2'], `{}${inner}`)],
    ['a coding with a space before its colon', () => post(['Transfer-Encoding : chunked', 'Content-Length: 2'], `{}${inner}`)],
    ['two lengths', () => post(['Content-Length: 0', `Content-Length: ${inner.length}`], inner)],
    ['two equal lengths', () => post(['Content-Length: 2', 'Content-Length: 2'], `{}${inner}`)],
    ['a list of lengths', () => post(['Content-Length: 2, 2'], `{}${inner}`)],
    ['a signed length', () => post(['Content-Length: +2'], `{}${inner}`)],
    ['a folded header', () => post(['X-A: b', ' Transfer-Encoding: chunked', 'Content-Length: 2'], `{}${inner}`)],
    ['a bare line feed', () => post(['X-A: b\nContent-Length: 0', `Content-Length: ${inner.length}`], inner)],
    ['a bare carriage return', () => post(['X-A: b\rContent-Length: 0', `Content-Length: ${inner.length}`], inner)],
    ['a body behind GET', () => rawRequest('GET /', host.port, [`Content-Length: ${inner.length}`], inner)],
    ['an expectation', () => post(['Expect: 100-continue', `Content-Length: ${inner.length}`], inner)],
    ['another version', () => inner.replace('HTTP/1.1', 'HTTP/1.9') + inner],
    ['a tunnel', () => `CONNECT 127.0.0.1:${host.port} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n${inner}`],
    ['an upgrade', () => rawRequest('GET /', host.port, ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='], inner)],
    ['an upgrade to HTTP/2', () => rawRequest('GET /', host.port, ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'], inner)],
  ] as [string, () => string][])('%s', async (_name, bytes) => {
    const found = statuses(await sendRaw(host.port, bytes()));
    expect(found).toHaveLength(1);
    expect(found[0]).toBeGreaterThanOrEqual(400);
    expect(found[0]).toBeLessThan(500);
    expect(host.seen.calls).toBe(0);
  });

  it('while the same call on its own is answered, and two in a row as two', async () => {
    expect(statuses(await sendRaw(host.port, inner + inner))).toEqual([200, 200]);
    expect(host.seen.calls).toBe(2);
  });
});

describe('heads', () => {
  it.each(['Host', 'Origin', 'Content-Type', 'Authorization'])('with %s twice are refused', async (name) => {
    const line = name === 'Host' ? `Host: 127.0.0.1:${host.port}` : callHeaders.find((header) => header.startsWith(name)) ?? '';
    expect(statuses(await sendRaw(host.port, post([line, 'Content-Length: 2'], '{}')))).toEqual([400]);
    expect(host.seen.calls).toBe(0);
  });

  it('too large are refused', async () => {
    expect(statuses(await sendRaw(host.port, post([`X-A: ${'a'.repeat(17 * 1024)}`, 'Content-Length: 2'], '{}')))).toEqual([431]);
  });

  it('with a thousand names hide none', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `x${i}:`);
    const found = statuses(await sendRaw(host.port, post([...many.slice(0, 2500), 'Host: evil.test', 'Content-Length: 2'], '{}')));
    expect(found[0]).toBeGreaterThanOrEqual(400);
    expect(host.seen.calls).toBe(0);
  });

  it('with the target spelled as a whole address are refused', async () => {
    expect(statuses(await sendRaw(host.port, rawRequest(`GET http://127.0.0.1:${host.port}/`, host.port, [])))).toEqual([400]);
  });
});

it('listens on 127.0.0.1 and nowhere else', async () => {
  await expect(sendRaw(host.port, inner, 400, '::1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(sendRaw(host.port, inner, 400, '127.0.0.2')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
