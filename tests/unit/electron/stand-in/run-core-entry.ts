import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { FromCore, ToCore } from '#electron/main/core-process.ts';
import type { Contract } from '#shared/contract/index.ts';

// Gives a thread what a utility process has: `process.parentPort`, and ports with Electron's events.
const bootstrap = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { EventEmitter } = require('node:events');
  const dress = (port) => {
    const events = new EventEmitter();
    port.once('close', () => events.emit('close'));
    return Object.assign(events, {
      postMessage: (message) => port.postMessage(message),
      start: () => port.on('message', (data) => events.emit('message', { data, ports: [] })),
      close: () => port.close(),
    });
  };
  const parent = Object.assign(new EventEmitter(), { postMessage: (message) => parentPort.postMessage(message) });
  process.parentPort = parent;
  import(workerData.entry).then(() => parentPort.on('message', ({ data, ports }) => parent.emit('message', { data, ports: ports.map(dress) })));
`;

/** The built core entry, running in a thread in place of a utility process. */
export interface RunningCore {
  /** All that the core has told the main process. */
  told: FromCore[];
  tell(message: ToCore): void;
  /** A client over a new port. */
  connect(): ContractRouterClient<Contract>;
  /** Resolves with the exit code. */
  exit: Promise<number>;
  stop(): Promise<void>;
}

/** @param entry URL of the built core entry */
export function runCoreEntry(entry: string, dataDir: string): RunningCore {
  const worker = new Worker(bootstrap, { eval: true, workerData: { entry }, env: { ...process.env, BALLAST_DATA_DIR: dataDir } });
  const told: FromCore[] = [];
  const ports: { close(): void }[] = [];
  worker.on('message', (message: FromCore) => told.push(message));
  const exit = once(worker, 'exit').then(([code]) => Number(code));
  return {
    told,
    tell: (message) => worker.postMessage({ data: message, ports: [] }),
    connect() {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ data: { type: 'port' }, ports: [port1] }, [port1]);
      const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }));
      port2.start();
      ports.push(port2);
      return client;
    },
    exit,
    async stop() {
      ports.forEach((port) => port.close());
      await worker.terminate();
    },
  };
}
