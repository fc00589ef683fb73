import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { ServedPort } from '#electron/main/serve-ports.ts';

/** A real port of Node's with the shape of Electron's in a utility process: events with data, silent until started. */
export function electronPort(port: MessagePort): ServedPort {
  const events = new EventEmitter();
  port.once('close', () => events.emit('close'));
  return {
    on: (event: string, listener: (detail: { data: unknown }) => void) => events.on(event, listener),
    postMessage: (message) => port.postMessage(message),
    start: () => { port.on('message', (data: unknown) => events.emit('message', { data, ports: [] })); },
    close: () => port.close(),
  };
}
