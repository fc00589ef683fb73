import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './project.ts';

export interface HostMessage {
  /** `show` comes later, whenever the host is asked to bring itself before the person. */
  state: 'open' | 'running-elsewhere' | 'show';
  /** Path of the page that opens a tab. */
  launch: string;
}

export interface HostProcess {
  pid: number | undefined;
  /** The host's first word. @throws Error when it ends without one */
  ready: Promise<HostMessage>;
  /** Exit code, once it has ended. */
  ended: Promise<number>;
  end(signal?: NodeJS.Signals): void;
}

/** Starts a loopback host. @param onMessage called for each of its messages; under a watcher there is one for each start */
export function spawnHost(nodeArguments: string[], onMessage: (message: HostMessage) => void = () => undefined): HostProcess {
  // Compiling the bundle is the greater part of a start; Node keeps what it compiled here.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'out', 'compiled') };
  const child = spawn(process.execPath, nodeArguments, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
  const ready = new Promise<HostMessage>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      const message = JSON.parse(line) as HostMessage;
      onMessage(message);
      resolve(message);
    });
    void ended.then((code) => reject(new Error(`the host ended with ${code}`)));
  });
  ready.catch(() => undefined);
  return { pid: child.pid, ready, ended, end: (signal = 'SIGTERM') => void child.kill(signal) };
}
