import { randomBytes } from 'node:crypto';
import { securityHeaders } from './content-security-policy.ts';

/** An answer in the terms of both `node:http` and a protocol handler. */
export interface WebAnswer {
  headers: Record<string, string>;
  body: Buffer | string;
}

/** Written into the page by the renderer's build wherever a nonce belongs. */
export const noncePlaceholder = 'ballast-page-nonce';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/**
 * Puts the nonce and the meta tags into the page.
 * @param policy gives the policy for the nonce
 * @throws Error when the page has no head to put them in
 */
export function preparePage(html: string, meta: Record<string, string>, policy: (nonce: string) => string): WebAnswer {
  const nonce = randomBytes(16).toString('base64url');
  const tags = Object.entries(meta).map(([name, content]) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`).join('');
  const head = html.indexOf('<head>');
  if (head < 0) throw new Error('the page has no head');
  const body = (html.slice(0, head + 6) + tags + html.slice(head + 6)).replaceAll(noncePlaceholder, nonce);
  return {
    headers: { ...securityHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': policy(nonce) },
    body,
  };
}
