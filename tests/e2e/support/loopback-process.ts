import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnHost, type HostMessage, type HostProcess } from '../../../scripts/lib/host-process.ts';
import { root } from '../../../scripts/lib/project.ts';

export interface RunningHost extends HostProcess {
  origin: string;
  /** The page that opens the first tab, as the browser is given it. */
  launch: string;
}

/** Reads where a launch page leads and with which code. */
export function readLaunchPage(path: string): { origin: string; code: string } {
  const page = readFileSync(path, 'utf8');
  const origin = /action="(http:\/\/127\.0\.0\.1:\d+)\/boot"/.exec(page)?.[1];
  const code = /name="code" value="([\w-]+)"/.exec(page)?.[1];
  if (!origin || !code) throw new Error('this is no launch page');
  return { origin, code };
}

/**
 * Starts the built loopback host on a data folder.
 * @param onMessage called for each of its messages, the first included
 * @throws Error when the program has not been built, or does not start
 */
export async function startLoopback(dataDir: string, flags: string[] = [], onMessage?: (message: HostMessage) => void): Promise<RunningHost> {
  const entry = join(root, 'out', 'node', 'loopback.js');
  if (!existsSync(entry)) throw new Error('run "npm run build" first');
  const host = spawnHost([entry, '--data-dir', dataDir, ...flags], onMessage);
  const { launch } = await host.ready;
  return { ...host, launch, origin: readLaunchPage(launch).origin };
}
