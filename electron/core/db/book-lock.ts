import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { besideBook } from './beside-book.ts';

export interface BookLock {
  release(): void;
}

function ownerOf(path: string): string {
  try {
    return readFileSync(besideBook(path, 'owner'), 'utf8').slice(0, 40);
  } catch {
    return '';
  }
}

const isBusy = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');

/**
 * Makes this process the one owner of a book. An exclusive SQLite transaction on a file beside it is let go by the
 * operating system when the process dies in any way, which a lock file of our own would not be.
 * @throws CodedError `book-in-use` naming the host that has it, `not-writable` where no lock can be made
 */
export function lockBook(path: string, hostName: string): BookLock {
  const owner = besideBook(path, 'owner');
  let lock: Database.Database | undefined;
  try {
    lock = new Database(besideBook(path, 'lock'), { timeout: 0 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    // Whoever asked the owner before to show itself does not mean this one.
    rmSync(besideBook(path, 'show'), { force: true });
    writeFileSync(owner, hostName, { mode: 0o600 });
  } catch (cause) {
    lock?.close();
    throw isBusy(cause) ? new CodedError('book-in-use', { where: { path }, params: { host: ownerOf(path) }, cause }) : new CodedError('not-writable', { where: { path }, cause });
  }
  const held = lock;
  return {
    release() {
      rmSync(owner, { force: true });
      held.exec('ROLLBACK');
      held.close();
    },
  };
}

/** Whether some process has the book now; the file that names an owner also stays behind when that one has crashed. */
export function isLocked(path: string): boolean {
  let probe: Database.Database | undefined;
  try {
    probe = new Database(besideBook(path, 'lock'), { readonly: true, fileMustExist: true, timeout: 0 });
    probe.pragma('schema_version');
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    probe?.close();
  }
}
