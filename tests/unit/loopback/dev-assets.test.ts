import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noncePlaceholder } from '#core/adapters/prepare-page.ts';
import { createDevAssets } from '#electron/loopback/dev-assets.ts';

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/') return response.end(`<html><head><script nonce="${noncePlaceholder}"></script></head></html>`);
    if (request.url === '/app/main.tsx?t=1') return response.setHeader('content-type', 'text/javascript').end('code');
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('prepares the development server\'s page as the built one, with its socket let through', async () => {
  const { headers, body } = await createDevAssets(origin).page({ 'ballast-bearer': 'key' });
  expect(String(body)).toContain('<meta name="ballast-bearer" content="key">');
  expect(String(body)).not.toContain(noncePlaceholder);
  expect(headers['content-security-policy']).toContain(`connect-src 'self' ${origin.replace('http', 'ws')};`);
});

it('passes files on with their type and query, and nothing that is not there', async () => {
  const assets = createDevAssets(origin);
  const file = await assets.file('/app/main.tsx', 't=1');
  expect([String(file?.body), file?.headers['content-type'], file?.headers['cache-control']]).toEqual(['code', 'text/javascript', 'no-store']);
  expect(await assets.file('/app/other.tsx')).toBeNull();
});
