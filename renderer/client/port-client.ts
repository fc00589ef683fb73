import { createORPCClient, DynamicLink, type ClientContext, type ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { BallastHost } from '#shared/contract/shell.ts';
import { HostGoneError, tellHostGone } from './host-gone.ts';
import type { Client } from './types.ts';

/** The message that brings a port: at the start, and anew after a reload or a restart of the core. */
export const portMessageType = 'ballast-port';

declare global {
  interface Window {
    ballastHost?: BallastHost<File>;
  }
}

/** How long a call waits for a core that is being started again, in milliseconds. */
const patienceMs = 15_000;

type Link = ClientLink<ClientContext>;

/** A client over the newest port that came. Calls made before the first, or while the core restarts, wait for one. */
export function createPortClient(window: Window, host: BallastHost<File>, waitMs = patienceMs): Client {
  let link: Link | null = null;
  let waiting: ((link: Link) => void)[] = [];

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    const data = event.data;
    if (event.source !== window || !port || typeof data !== 'object' || data === null || !('type' in data) || data.type !== portMessageType) return;
    const fresh = new RPCLink({ port });
    link = fresh;
    port.addEventListener('close', () => {
      if (link === fresh) link = null;
    });
    port.start();
    waiting.forEach((resolve) => resolve(fresh));
    waiting = [];
  });

  host.wantPort();

  const next = (signal: AbortSignal | undefined) => new Promise<Link>((resolve, reject) => {
    const timer = setTimeout(() => reject(new HostGoneError()), waitMs);
    signal?.addEventListener('abort', () => reject(signal.reason));
    waiting.push((fresh) => {
      clearTimeout(timer);
      resolve(fresh);
    });
  });

  return {
    api: createORPCClient(tellHostGone(new DynamicLink<ClientContext>(({ signal }) => link ?? next(signal)))),
    async upload(file, onProgress) {
      const token = await host.fileToken(file);
      onProgress?.(1);
      return token;
    },
    choosePlace: (kind) => host.choosePlace(kind),
  };
}
