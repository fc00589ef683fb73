import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateDir } from './private-dir.ts';

const ofRun = /^run-(\d+)-/;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Makes a folder of this run for what must not outlive it; what runs left that ended without cleaning is removed.
 * @param dir absolute; only its owner may enter
 * @returns the folder, for the run to remove
 */
export function makeRunDir(dir: string): string {
  makePrivateDir(dir);
  for (const entry of readdirSync(dir)) {
    const pid = ofRun.exec(entry)?.[1];
    if (!pid || !isAlive(Number(pid))) rmSync(join(dir, entry), { recursive: true, force: true });
  }
  return mkdtempSync(join(dir, `run-${process.pid}-`));
}
