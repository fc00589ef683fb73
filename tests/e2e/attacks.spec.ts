import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { askRunningHost } from '#electron/loopback/launch-folder.ts';
import { sendRaw, statuses } from '#tests/contract/support/raw-http.ts';
import { openTab } from '#tests/fixtures/open-tab.ts';
import { chromiumLaunch } from './support/chromium.ts';
import { readLaunchPage, startLoopback, type RunningHost } from './support/loopback-process.ts';
import { allRoutes, bootRoute, type Route } from './support/routes.ts';

const rebound = 'rebound.test';

let dir = '';
let host: RunningHost;
let port = 0;
let bearer = '';
/** A bearer that an earlier run of the host gave. */
let stale = '';
/** A code that is good and must still be good when all is over. */
let freshCode = '';
let usedCode = '';
let routes: Route[] = [];
let attacker: Server;
let attackerOrigin = '';
let browser: Browser;
let before = '';

async function call(procedure: string, input: unknown): Promise<string> {
  const answer = await fetch(`${host.origin}/rpc/${procedure}`, {
    method: 'POST', body: JSON.stringify({ json: input }),
    headers: { origin: host.origin, 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
  });
  expect(answer.status, procedure).toBe(200);
  return answer.text();
}

/** Everything an attack could have changed or added: rows, steps, settings, uploads. */
async function fingerprint(): Promise<string> {
  const uploads = readdirSync(join(dir, 'uploads'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return [await call('book/verify', undefined), await call('app/state', undefined), uploads.length].join('\n');
}

/** Takes a code that nobody uses: the answer to a second start. */
async function takeCode(): Promise<string> {
  return readLaunchPage(await askRunningHost(join(dir, 'launch')) ?? '').code;
}

test.beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-attacks-'));
  const earlier = await startLoopback(dir);
  stale = (await openTab(earlier.origin, readLaunchPage(earlier.launch).code)).bearer ?? '';
  earlier.end();
  await earlier.ended;

  host = await startLoopback(dir);
  port = Number(new URL(host.origin).port);
  usedCode = readLaunchPage(host.launch).code;
  bearer = (await openTab(host.origin, usedCode)).bearer ?? '';
  await call('book/create', { title: 'Attacked', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Yue' });
  await call('accounts/create', { name: 'Hengyue' });
  routes = allRoutes(await (await fetch(host.origin)).text(), 'A'.repeat(43));

  attacker = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><link rel="icon" href="data:,">'));
  await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
  attackerOrigin = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}`;
  // Newer browsers ask before a page may reach this computer. Here the host stands alone.
  const unguarded = [`--host-resolver-rules=MAP ${rebound} 127.0.0.1`, '--disable-features=LocalNetworkAccessChecks'];
  browser = await chromium.launch({ ...chromiumLaunch, args: [...chromiumLaunch.args, ...unguarded] });
});

test.afterAll(async () => {
  await browser.close();
  attacker.close();
  host.end();
  await host.ended;
  rmSync(dir, { recursive: true, force: true });
});

test.beforeEach(async () => {
  freshCode = await takeCode();
  before = await fingerprint();
});

test.afterEach(async () => {
  expect(await fingerprint()).toBe(before);
  expect((await openTab(host.origin, freshCode)).status).toBe(200);
});

/** A whole request to a route, with whatever is given put in place of the right thing. */
function request(route: Route, change: { host?: string; authorization?: string | null; headers?: string[] } = {}): string {
  const { host: name = `127.0.0.1:${port}`, authorization = `Bearer ${bearer}`, headers = route.headers } = change;
  const origin = route.key === 'code' ? 'null' : host.origin;
  return [
    `${route.method} ${route.path} HTTP/1.1`, `Host: ${name}`, `Origin: ${origin}`,
    ...(authorization === null ? [] : [`Authorization: ${authorization}`]), ...headers, '', route.body,
  ].join('\r\n');
}

/** Sends a request and expects one refusal, made by the host itself before any procedure saw it. */
async function expectRefused(route: Route, bytes: string, status?: number): Promise<void> {
  const received = await sendRaw(port, bytes);
  const found = statuses(received);
  const name = `${route.method} ${route.path}`;
  expect(found, name).toHaveLength(1);
  if (status) expect(found[0], name).toBe(status);
  else expect(found[0], name).toBeGreaterThanOrEqual(400);
  expect(found[0], name).toBeLessThan(500);
  expect(['', '{"code":"refused"}'], name).toContain(received.split('\r\n\r\n')[1]);
  expect(received, name).not.toMatch(/access-control-|set-cookie/i);
}

const closed = () => routes.filter((route) => route.key === 'bearer');

/** Opens a page of the attacker's. @returns each status that the host answered, also where the browser kept it from the page */
async function attackFrom(address: string, attack: (page: Page, seen: number[]) => Promise<void>): Promise<number[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const seen: number[] = [];
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.responseReceivedExtraInfo', ({ statusCode }) => seen.push(statusCode));
  await attack(page, seen);
  await context.close();
  return seen;
}

/** Calls every route by script, as well as the page's browser lets it. @returns what the script could read */
function fetchAll(page: Page, base: string, mode: RequestMode, authorization: string | null): Promise<string[]> {
  const targets = routes.map(({ method, path, body }) => ({ method, path, body: method === 'POST' ? body : undefined }));
  return page.evaluate(async ([origin, how, key, list]) => {
    const read: string[] = [];
    for (const { method, path, body } of list) {
      const headers: Record<string, string> = key ? { authorization: key, 'content-type': 'application/json' } : {};
      try {
        const answer = await fetch(`${origin}${path}`, { method, body, mode: how, headers });
        read.push(await answer.text());
      } catch {
        // The browser itself kept the answer from the page.
      }
    }
    return read;
  }, [base, mode, authorization, targets] as const);
}

test('every route is known, and a proper request is answered', async () => {
  expect(routes.length).toBeGreaterThan(35);
  const state = closed().find((route) => route.path === '/rpc/app/state');
  if (!state) throw new Error('no such route');
  expect(statuses(await sendRaw(port, request(state)))).toEqual([200]);
});

test('1 a name of another that leads here (DNS rebinding)', async () => {
  const origin = `http://${rebound}:${port}`;
  const context = await browser.newContext();
  const page = await context.newPage();
  // The attacker's own server answered this page before the name was pointed elsewhere.
  await page.route(`${origin}/lure`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(`${origin}/lure`);
  await page.unrouteAll();
  const seen: number[] = [];
  page.on('response', (response) => seen.push(response.status()));
  const read = await fetchAll(page, origin, 'same-origin', `Bearer ${bearer}`);
  expect(read).toHaveLength(routes.length);
  expect(new Set(read)).toEqual(new Set(['{"code":"refused"}']));
  expect(new Set(seen)).toEqual(new Set([421]));
  await context.close();
  for (const route of routes) await expectRefused(route, request(route, { host: `${rebound}:${port}` }), 421);
});

test('2 a page on another port of this computer', async () => {
  const seen = await attackFrom(attackerOrigin, async (page) => {
    expect(await fetchAll(page, host.origin, 'cors', `Bearer ${bearer}`)).toEqual([]);
    expect(await fetchAll(page, host.origin, 'cors', null)).toEqual([]);
  });
  // With a bearer the browser asks first (405 to its question), without one the request itself arrives.
  expect(seen).toHaveLength(2 * routes.length);
  expect(new Set(seen)).toEqual(new Set([405, 403]));
  for (const route of routes) await expectRefused(route, request(route).replace(/Origin: \S+/, `Origin: ${attackerOrigin}`), 403);
});

test('3 requests whose answer the page does not want (no-cors)', async () => {
  const seen = await attackFrom(attackerOrigin, async (page) => {
    expect(await fetchAll(page, host.origin, 'no-cors', null)).toEqual([]);
  });
  expect(seen).toHaveLength(routes.length);
  expect(new Set(seen)).toEqual(new Set([403]));
});

test('4 the app in a frame, and forms that post into one', async () => {
  const code = await takeCode();
  const seen = await attackFrom(attackerOrigin, async (page, answers) => {
    await page.evaluate(([origin, list, good]) => {
      for (const [i, { method, path }] of list.entries()) {
        const frame = document.createElement('iframe');
        frame.name = `frame ${i}`;
        document.body.append(frame);
        if (method === 'GET') {
          frame.src = `${origin}${path}`;
          continue;
        }
        const form = document.body.appendChild(document.createElement('form'));
        Object.assign(form, { method: 'post', action: `${origin}${path}`, target: frame.name });
        Object.assign(form.appendChild(document.createElement('input')), { name: 'code', value: good });
        form.submit();
      }
    }, [host.origin, routes.map(({ method, path }) => ({ method, path })), code] as const);
    await expect.poll(() => answers.length, { timeout: 20_000 }).toBe(routes.length);
  });
  expect(new Set(seen)).toEqual(new Set([403]));
  expect((await openTab(host.origin, code)).status).toBe(200);
});

test('5 sockets (WebSocket)', async () => {
  const tryAll = (page: Page) => page.evaluate(([origin, list]) => Promise.all(list.map((path) => new Promise<string>((resolve) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`);
    socket.addEventListener('open', () => resolve('open'));
    socket.addEventListener('error', () => resolve('refused'));
  }))), [host.origin, routes.map(({ path }) => path)] as const);
  await attackFrom(attackerOrigin, async (page) => {
    expect(new Set(await tryAll(page))).toEqual(new Set(['refused']));
  });
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='];
  for (const route of routes) await expectRefused(route, request({ ...route, method: 'GET', body: '' }, { headers: upgrade }), 400);
});

test('6 a request inside another (smuggling)', async () => {
  const inner = routes.find((route) => route.path === '/rpc/history/undo');
  if (!inner) throw new Error('no such route');
  const hidden = request(inner);
  for (const route of routes) {
    const rest = route.headers.filter((header) => !header.startsWith('Content-Length'));
    const send = (headers: string[], body: string) => expectRefused(route, request({ ...route, body }, { headers: [...rest, ...headers] }));
    await send(['Content-Length: 5', 'Transfer-Encoding: chunked'], `0\r\n\r\n${hidden}`);
    await send(['Transfer-Encoding: chunked', 'Content-Length: 5'], `2\r\n{}\r\n0\r\n\r\n${hidden}`);
    await send(['Transfer-Encoding: chunked'], `0\r\n\r\n${hidden}`);
    await send(['Content-Length: 0', `Content-Length: ${hidden.length}`], hidden);
    await send(['Host: 127.0.0.1', 'Content-Length: 0'], hidden);
  }
});

test('7 by the name localhost', async () => {
  await attackFrom('about:blank', async (page, seen) => {
    await page.goto(`http://localhost:${port}/`);
    expect(seen[0]).toBe(421);
  });
  for (const route of routes) await expectRefused(route, request(route, { host: `localhost:${port}` }), 421);
});

test('8 by the address [::1]', async () => {
  await expect(sendRaw(port, request(routes[0] as Route), 400, '::1')).rejects.toThrow();
  for (const route of routes) await expectRefused(route, request(route, { host: `[::1]:${port}` }), 421);
});

test('9 a launch code for the second time', async () => {
  const once = await takeCode();
  expect((await openTab(host.origin, once)).status).toBe(200);
  for (const code of [once, usedCode]) await expectRefused(bootRoute(code), request(bootRoute(code), { authorization: null }), 403);
  for (const route of closed()) await expectRefused(route, request(route, { authorization: `Bearer ${once}` }), 401);
  const context = await browser.newContext();
  const page = await context.newPage();
  const opened = await askRunningHost(join(dir, 'launch')) ?? '';
  const { code } = readLaunchPage(opened);
  expect((await openTab(host.origin, code)).status).toBe(200);
  const answer = page.waitForResponse(`${host.origin}/boot`);
  await page.goto(pathToFileURL(opened).href);
  expect((await answer).status()).toBe(403);
  await context.close();
});

test('10 without a bearer', async () => {
  for (const route of closed()) await expectRefused(route, request(route, { authorization: null }), 401);
  await expectRefused(bootRoute(''), request(bootRoute(''), { authorization: null }), 403);
});

test('11 with a wrong bearer', async () => {
  const wrong = ['A'.repeat(43), bearer.slice(0, -1), `${bearer}A`, bearer.toLowerCase(), `${bearer.slice(0, -2)}__`];
  for (const route of closed()) {
    for (const key of wrong) await expectRefused(route, request(route, { authorization: `Bearer ${key}` }), 401);
    await expectRefused(route, request(route, { authorization: `Basic ${Buffer.from(`:${bearer}`).toString('base64')}` }), 401);
  }
  await expectRefused(bootRoute(bearer), request(bootRoute(bearer)), 403);
});

test('12 with the bearer of an earlier run', async () => {
  expect(stale).toHaveLength(43);
  for (const route of closed()) await expectRefused(route, request(route, { authorization: `Bearer ${stale}` }), 401);
});
