import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '../ports/host-ports.ts';

const maxBytes = 1024 * 1024;

/** Name, code and stack frames of an error; its message may quote what a customer wrote, so it is left out. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12);
  const cause = error.cause === undefined ? '' : `\n  caused by ${describe(error.cause)}`;
  return `${error.name}${code}\n${frames.join('\n')}${cause}`;
}

/**
 * The program log: `ballast.log` in `dir`, turned over at 1 MiB, one older file kept. Failing to log never fails the caller.
 * @param dir absolute; made when missing
 */
export function createFileLog(dir: string, clock: Clock): Log {
  const path = join(dir, 'ballast.log');
  const write = (level: string, text: string) => {
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, `${new Date(clock.now()).toISOString()} ${level} ${text}\n`, { mode: 0o600 });
    } catch {
      // A full or read-only disk must not turn a logged error into a second one.
    }
  };
  return {
    info: (message) => write('info', message),
    error: (message, error) => write('error', `${message}: ${describe(error)}`),
  };
}
