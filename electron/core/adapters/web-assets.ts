import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy, securityHeaders } from './content-security-policy.ts';
import { preparePage, type WebAnswer } from './prepare-page.ts';

export interface WebAssets {
  /** The app's page under a fresh nonce. @param meta names and contents of meta tags to add to its head */
  page(meta?: Record<string, string>): Promise<WebAnswer>;
  /** @param path as asked for, with its leading slash and without a query; @returns null when the renderer has no such file */
  file(path: string, query?: string): Promise<WebAnswer | null>;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

async function listFiles(dir: string, prefix = '/'): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const nested = await Promise.all(entries.map((entry) => (
    entry.isDirectory() ? listFiles(join(dir, entry.name), `${prefix}${entry.name}/`) : entry.isFile() ? [`${prefix}${entry.name}`] : []
  )));
  return nested.flat();
}

/**
 * The built renderer. Only names found when the host started are served, so that no path can lead out of the folder.
 * @param dir absolute
 * @throws Error when the folder holds no page
 */
export async function createWebAssets(dir: string): Promise<WebAssets> {
  const names = new Set((await listFiles(dir)).filter((name) => types[extname(name)] && name !== '/index.html'));
  const html = await readFile(join(dir, 'index.html'), 'utf8');
  return {
    page: (meta = {}) => Promise.resolve(preparePage(html, meta, contentSecurityPolicy)),
    async file(path) {
      if (!names.has(path)) return null;
      return {
        headers: {
          ...securityHeaders,
          'content-type': types[extname(path)] ?? '',
          // Built names carry a hash of their content; a worker script must name its own policy.
          'cache-control': 'private, max-age=86400, immutable',
          'content-security-policy': contentSecurityPolicy(randomBytes(16).toString('base64url')),
        },
        body: await readFile(join(dir, path)),
      };
    },
  };
}
