import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CodedError } from '#shared/kernel/coded-error.ts';

export interface BookLock {
  release(): void;
}

function ownerOf(path: string): string {
  try {
    return readFileSync(`${path}.owner`, 'utf8').slice(0, 40);
  } catch {
    return '';
  }
}

/**
 * Makes this process the one owner of a book. An exclusive SQLite transaction on a file beside it is let go by the
 * operating system when the process dies in any way, which a lock file of our own would not be.
 * @throws CodedError `book-in-use` naming the host that has it, `not-writable` where no lock can be made
 */
export function lockBook(path: string, hostName: string): BookLock {
  // By whatever link it is reached, a book has one lock.
  const real = existsSync(path) ? realpathSync(path) : path;
  let lock: Database.Database | undefined;
  try {
    lock = new Database(`${real}.lock`, { timeout: 0 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock?.close();
    const busy = cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
    throw busy ? new CodedError('book-in-use', { where: { path }, params: { host: ownerOf(real) }, cause }) : new CodedError('not-writable', { where: { path }, cause });
  }
  const held = lock;
  writeFileSync(`${real}.owner`, hostName, { mode: 0o600 });
  return {
    release() {
      rmSync(`${real}.owner`, { force: true });
      held.exec('ROLLBACK');
      held.close();
    },
  };
}
