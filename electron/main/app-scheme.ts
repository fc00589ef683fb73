import { extname } from 'node:path';
import { protocol, type WebFrameMain } from 'electron';
import type { WebAnswer } from '#core/adapters/prepare-page.ts';
import { createWebAssets } from '#core/adapters/web-assets.ts';

export const ownScheme = 'app';

/** The one origin of the program's pages. */
export const ownOrigin = `${ownScheme}://ballast`;

/** Must run before the program is ready: the scheme gets an origin of its own, as `file:` never has. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: ownScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

function respond(answer: WebAnswer): Response {
  const { body } = answer;
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: answer.headers });
}

/**
 * Serves the built renderer, and nothing else, under the program's own origin.
 * @param dir absolute
 * @throws Error when the folder holds no page
 */
export async function serveAppScheme(dir: string): Promise<void> {
  const assets = await createWebAssets(dir);
  protocol.handle(ownScheme, async (request) => {
    const url = new URL(request.url);
    // Node gives schemes it does not know no origin, so it is put together here.
    if (`${url.protocol}//${url.host}` !== ownOrigin) return new Response(null, { status: 404 });
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    const file = await assets.file(url.pathname);
    if (file) return respond(file);
    // Anything without an extension is a screen's address, which the page itself reads.
    return extname(url.pathname) ? new Response(null, { status: 404 }) : respond(await assets.page());
  });
}

/** Whether a message comes from the program's own page itself, and from no frame inside it. */
export function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === ownOrigin;
}
