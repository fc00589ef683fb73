import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';

/** A port as Electron hands it to a utility process. */
export interface ServedPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

export interface PortServer {
  serve(port: ServedPort): void;
  /** Ends every call under way. */
  close(): void;
}

/** Answers calls on the ports of any number of windows; calls of a port that closes are cancelled. */
export function createPortServer(router: AnyRouter): PortServer {
  const handler = new RPCHandler(router);
  const open = new Set<ServedPort>();
  return {
    serve(port) {
      open.add(port);
      port.on('close', () => open.delete(port));
      handler.upgrade(port);
      port.start();
    },
    close() {
      for (const port of open) port.close();
      open.clear();
    },
  };
}
