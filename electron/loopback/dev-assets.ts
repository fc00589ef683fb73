import { developmentPolicy, securityHeaders } from '#core/adapters/content-security-policy.ts';
import { preparePage } from '#core/adapters/prepare-page.ts';
import type { WebAssets } from '#core/adapters/web-assets.ts';

/**
 * The renderer as the development server gives it, behind the host's own address and rules.
 * @param server its origin, such as `http://127.0.0.1:5173`; its hot reload socket is the only foreign address the page may call
 */
export function createDevAssets(server: string): WebAssets {
  const socket = server.replace(/^http/, 'ws');
  return {
    async page(meta = {}) {
      const answer = await fetch(`${server}/`, { headers: { accept: 'text/html' } });
      return preparePage(await answer.text(), meta, (nonce) => developmentPolicy(nonce, socket));
    },
    async file(path, query) {
      const answer = await fetch(`${server}${path}${query ? `?${query}` : ''}`);
      if (!answer.ok) return null;
      return {
        headers: { ...securityHeaders, 'content-type': answer.headers.get('content-type') ?? 'text/plain', 'cache-control': 'no-store' },
        body: Buffer.from(await answer.arrayBuffer()),
      };
    },
  };
}
