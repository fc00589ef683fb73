import { describe, expect, it } from 'vitest';
import { judge } from '#electron/loopback/request-guard.ts';

const host = '127.0.0.1:41234';
const own = `http://${host}`;

function ask(method: string, target: string, headers: [string, string][] = [], hostHeader: string | null = host) {
  const all: [string, string][] = hostHeader === null ? headers : [['Host', hostHeader], ...headers];
  return judge({ method, target, rawHeaders: all.flat() }, host);
}

const refusal = (verdict: ReturnType<typeof judge>) => ('refuse' in verdict ? verdict.refuse : 'admitted');
const kind = (verdict: ReturnType<typeof judge>) => ('refuse' in verdict ? verdict.refuse : verdict.kind);

const rpc: [string, string][] = [['Origin', own], ['Content-Type', 'application/json'], ['Content-Length', '2']];
const boot: [string, string][] = [['Origin', 'null'], ['Content-Type', 'application/x-www-form-urlencoded'], ['Content-Length', '48']];
const upload: [string, string][] = [['Origin', own], ['Content-Type', 'application/octet-stream'], ['Content-Length', '5000000000']];

describe('what is admitted', () => {
  it.each([
    ['the page', 'page', 'GET', '/', []],
    ['a file', 'file', 'GET', '/assets/index-abc.js', [['Origin', own], ['Sec-Fetch-Site', 'same-origin'], ['Sec-Fetch-Dest', 'script']]],
    ['a typed address', 'page', 'GET', '/', [['Sec-Fetch-Site', 'none'], ['Sec-Fetch-Dest', 'document']]],
    ['a call', 'rpc', 'POST', '/rpc/app/state', [...rpc, ['Sec-Fetch-Site', 'same-origin']]],
    ['an upload of any length', 'upload', 'POST', '/upload', upload],
    ['the form of the launch file', 'boot', 'POST', '/boot', [...boot, ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Mode', 'navigate'], ['Sec-Fetch-Dest', 'document']]],
    ['the form of an older browser without Sec-Fetch', 'boot', 'POST', '/boot', boot],
  ] satisfies [string, string, string, string, [string, string][]][])('%s', (_name, expected, method, target, headers) => {
    expect(kind(ask(method, target, headers))).toBe(expected);
  });

  it('gives the route path, query, length and headers', () => {
    const verdict = ask('POST', '/rpc/app/state?x=1', [...rpc, ['Authorization', 'Bearer a']]);
    if ('refuse' in verdict) throw new Error('refused');
    expect([verdict.path, verdict.query, verdict.bytes, verdict.header('authorization')]).toEqual(['/rpc/app/state', 'x=1', 2, 'Bearer a']);
  });
});

describe('the host it was asked for', () => {
  it.each(['localhost:41234', '[::1]:41234', '127.0.0.1', '127.0.0.1:41235', '127.0.0.2:41234', 'evil.test:41234', '0x7f000001:41234', '127.1:41234', ''])('%s is refused', (name) => {
    expect(refusal(ask('GET', '/', [], name))).toBe(421);
    expect(refusal(ask('POST', '/rpc/app/state', rpc, name))).toBe(421);
  });

  it('is needed, once', () => {
    expect(refusal(ask('GET', '/', [], null))).toBe(421);
    expect(refusal(ask('GET', '/', [['host', host]]))).toBe(400);
  });
});

describe('where it came from', () => {
  it.each(['http://127.0.0.1:41235', 'https://127.0.0.1:41234', 'http://localhost:41234', 'https://evil.test', 'null'])('origin %s may not call', (origin) => {
    const headers = rpc.map(([name, value]): [string, string] => [name, name === 'Origin' ? origin : value]);
    expect(refusal(ask('POST', '/rpc/app/state', headers))).toBe(403);
    expect(refusal(ask('POST', '/upload', [['Origin', origin], ...upload.slice(1)]))).toBe(403);
  });

  it('a call names its origin', () => {
    expect(refusal(ask('POST', '/rpc/app/state', rpc.slice(1)))).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'none', 'nonsense'])('Sec-Fetch-Site %s may not call', (site) => {
    expect(refusal(ask('POST', '/rpc/app/state', [...rpc, ['Sec-Fetch-Site', site]]))).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('Sec-Fetch-Site %s gets no page and no file', (site) => {
    expect(refusal(ask('GET', '/', [['Sec-Fetch-Site', site]]))).toBe(403);
    expect(refusal(ask('GET', '/assets/a.js', [['Sec-Fetch-Site', site]]))).toBe(403);
  });

  it.each(['iframe', 'frame', 'embed', 'object', 'fencedframe'])('%s is no place for the page', (dest) => {
    expect(refusal(ask('GET', '/', [['Sec-Fetch-Site', 'same-origin'], ['Sec-Fetch-Dest', dest]]))).toBe(403);
    expect(refusal(ask('POST', '/boot', [...boot, ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Dest', dest]]))).toBe(403);
  });

  it('a site of the web may not post to /boot, and nobody by script', () => {
    expect(refusal(ask('POST', '/boot', [['Origin', 'https://evil.test'], ...boot.slice(1)]))).toBe(403);
    expect(refusal(ask('POST', '/boot', [...boot, ['Sec-Fetch-Site', 'same-site']]))).toBe(403);
    expect(refusal(ask('POST', '/boot', [...boot, ['Sec-Fetch-Mode', 'no-cors']]))).toBe(403);
  });
});

describe('method, type and length', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'])('%s is no method of any route', (method) => {
    for (const target of ['/', '/assets/a.js', '/boot', '/rpc/app/state', '/upload']) expect(refusal(ask(method, target, rpc))).toBe(405);
  });

  it('routes take their own method only', () => {
    expect(refusal(ask('POST', '/', rpc))).toBe(405);
    expect(refusal(ask('GET', '/rpc/app/state?data={}'))).toBe(405);
    expect(refusal(ask('GET', '/boot'))).toBe(405);
  });

  it('a body has a plain length', () => {
    const withLength = (length: string): [string, string][] => [...rpc.slice(0, 2), ['Content-Length', length]];
    expect(refusal(ask('POST', '/rpc/app/state', rpc.slice(0, 2)))).toBe(411);
    expect(refusal(ask('POST', '/rpc/app/state', [...rpc, ['Transfer-Encoding', 'chunked']]))).toBe(411);
    expect(refusal(ask('POST', '/rpc/app/state', [...rpc, ['Content-Length', '2']]))).toBe(400);
    for (const odd of ['+2', '-1', '0x2', '2, 2', '', '1e3']) expect(refusal(ask('POST', '/rpc/app/state', withLength(odd)))).toBe(400);
    expect(refusal(ask('POST', '/rpc/app/state', withLength('1048576')))).toBe('admitted');
    expect(refusal(ask('POST', '/rpc/app/state', withLength('1048577')))).toBe(413);
    expect(refusal(ask('GET', '/', [['Content-Length', '4']]))).toBe(400);
    expect(refusal(ask('GET', '/', [['Transfer-Encoding', 'chunked']]))).toBe(411);
  });

  it('types that a form can send are no calls', () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json5']) {
      expect(refusal(ask('POST', '/rpc/app/state', [['Origin', own], ['Content-Type', type], ['Content-Length', '2']]))).toBe(415);
    }
    expect(refusal(ask('POST', '/rpc/app/state', [['Origin', own], ['Content-Length', '2']]))).toBe(415);
    expect(kind(ask('POST', '/rpc/app/state', [['Origin', own], ['Content-Type', 'Application/JSON; charset=utf-8'], ['Content-Length', '2']]))).toBe('rpc');
  });

  it.each(['http://127.0.0.1:41234/', '//evil.test/', '*', ''])('target %s is refused', (target) => {
    expect(refusal(ask('GET', target))).toBe(400);
  });

  it('neither upgrades nor expectations', () => {
    expect(refusal(ask('GET', '/', [['Upgrade', 'websocket'], ['Connection', 'Upgrade']]))).toBe(400);
    expect(refusal(ask('POST', '/rpc/app/state', [...rpc, ['Expect', '100-continue']]))).toBe(400);
  });
});
