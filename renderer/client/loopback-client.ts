import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ErrorData } from '#shared/contract/errors.ts';
import { HostGoneError, tellHostGone } from './host-gone.ts';
import type { Client } from './types.ts';

const metaName = 'ballast-bearer';
const storageKey = 'ballast.bearer';

/**
 * The key to the loopback host: from the page that the host answered, which then forgets it, or, after a reload, from this
 * tab's storage. The address becomes `/`, so that a reload asks for a page instead of sending the launch form again.
 * @returns null where no loopback host opened this page
 */
export function takeBearer(page: Document, storage: Storage, history: History): string | null {
  const tag = page.querySelector<HTMLMetaElement>(`meta[name="${metaName}"]`);
  if (!tag) return storage.getItem(storageKey);
  const bearer = tag.content;
  tag.remove();
  storage.setItem(storageKey, bearer);
  history.replaceState(null, '', '/');
  return bearer;
}

function send(file: File, bearer: string, origin: string, onProgress?: (fraction: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    // Only XMLHttpRequest tells how much of a body has gone out.
    const request = new XMLHttpRequest();
    request.open('POST', `${origin}/upload`);
    request.responseType = 'json';
    request.setRequestHeader('authorization', `Bearer ${bearer}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 1));
    request.addEventListener('error', () => reject(new HostGoneError()));
    request.addEventListener('load', () => {
      const answer: unknown = request.response;
      if (request.status === 200 && typeof answer === 'object' && answer !== null && 'token' in answer) return resolve(String(answer.token));
      if (request.status !== 413) return reject(new HostGoneError(request.status));
      const data: ErrorData = { where: { file: file.name } };
      reject(new ORPCError('file-too-large', { defined: true, status: 413, data }));
    });
    request.send(file);
  });
}

/** A client over HTTP to the host that served this page. @param origin `http://127.0.0.1:<port>` */
export function createLoopbackClient(bearer: string, origin: string): Client {
  const link = new RPCLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${bearer}` } });
  return {
    api: createORPCClient(tellHostGone(link)),
    upload: (file, onProgress) => send(file, bearer, origin, onProgress),
  };
}
