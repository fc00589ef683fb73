import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.ts';

const sources = ['electron', 'renderer', 'shared', 'resources', 'package.json', 'package-lock.json', 'vite.config.ts', 'vite.node.config.ts', 'electron.config.ts'];
const stamp = join('out', 'built');

/** Newest change below a path in ms; folders count too, so that a removed file is noticed. 0 when there is nothing. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs);
}

/** Whether the last build is younger than every source. */
export function isBuilt(dir = root): boolean {
  const built = join(dir, stamp);
  return existsSync(built) && statSync(built).mtimeMs >= Math.max(...sources.map((name) => newest(join(dir, name))));
}

/** @param startedAt ms since 1970; sources changed during the build count as newer */
export function markBuilt(startedAt: number, dir = root): void {
  writeFileSync(join(dir, stamp), '');
  utimesSync(join(dir, stamp), new Date(), new Date(startedAt));
}
