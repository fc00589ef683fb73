import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noncePlaceholder, preparePage } from '#core/adapters/prepare-page.ts';
import { createWebAssets, type WebAssets } from '#core/adapters/web-assets.ts';

let base = '';
let assets: WebAssets;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'ballast-assets-'));
  const dir = join(base, 'renderer');
  mkdirSync(join(dir, 'assets'), { recursive: true });
  writeFileSync(join(base, 'secret.js'), 'secret');
  writeFileSync(join(dir, 'index.html'), `<!doctype html><html><head><meta property="csp-nonce" nonce="${noncePlaceholder}"></head><body></body></html>`);
  writeFileSync(join(dir, 'assets', 'index-1.js'), 'code');
  writeFileSync(join(dir, 'assets', 'index-1.js.map'), 'map');
  writeFileSync(join(dir, '.env'), 'KEY=1');
  if (process.platform !== 'win32') symlinkSync(join(base, 'secret.js'), join(dir, 'link.js'));
  assets = await createWebAssets(dir);
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('the page', () => {
  it('carries a fresh nonce, the same in its policy and its markup', async () => {
    const first = await assets.page();
    const second = await assets.page();
    const nonce = /'nonce-([\w-]{22})'/.exec(first.headers['content-security-policy'] ?? '')?.[1];
    expect(nonce).toBeTruthy();
    expect(String(first.body)).toContain(`nonce="${nonce}"`);
    expect(String(first.body)).not.toContain(noncePlaceholder);
    expect(second.headers['content-security-policy']).not.toBe(first.headers['content-security-policy']);
    expect(first.headers['cache-control']).toBe('no-store');
  });

  it('carries meta tags as text, whatever they hold', async () => {
    const { body } = await assets.page({ 'ballast-bearer': '"><script>x' });
    expect(String(body)).toContain('<meta name="ballast-bearer" content="&quot;&gt;&lt;script&gt;x">');
  });

  it('must have a head', () => {
    expect(() => preparePage('<p>', {}, () => '')).toThrow('no head');
  });
});

describe('files', () => {
  it('come with their type and every safety header', async () => {
    const file = await assets.file('/assets/index-1.js');
    expect(String(file?.body)).toBe('code');
    expect(file?.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([
    '/../secret.js', '/assets/../../secret.js', '/%2e%2e/secret.js', '/assets/..%2f..%2fsecret.js', '/assets\\..\\..\\secret.js', '//secret.js',
    '/link.js', '/.env', '/assets/index-1.js.map', '/assets', '/assets/', '/index.html', '/assets/index-1.js\0', '/ASSETS/index-1.js', '/etc/passwd',
  ])('%s is none', async (path) => {
    expect(await assets.file(path)).toBeNull();
  });

  it('are needed: a folder without a page is refused', async () => {
    await expect(createWebAssets(join(base, 'renderer', 'assets'))).rejects.toThrow();
  });
});
