import { HostGoneError } from './host-gone.ts';
import { createLoopbackClient, takeBearer } from './loopback-client.ts';
import { createPortClient } from './port-client.ts';
import type { Client } from './types.ts';

/**
 * The way to the core that this page was given: the key of a loopback host, else a port through the preload script.
 * @throws HostGoneError where neither is present, as in a tab that was opened by its bare address
 */
export function connect(): Promise<Client> {
  const bearer = takeBearer(document, sessionStorage, history);
  if (bearer) return Promise.resolve(createLoopbackClient(bearer, location.origin));
  if (window.ballastHost) return Promise.resolve(createPortClient(window, window.ballastHost));
  return Promise.reject(new HostGoneError());
}
