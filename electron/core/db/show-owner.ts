import { existsSync, lstatSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { besideBook } from './beside-book.ts';
import { isLocked } from './book-lock.ts';

const lookMs = 500;
const answerMs = 3_000;

/**
 * When a file was put there; null when there is none. A link in its place counts as well, wherever it leads; a file that
 * cannot be looked at is on its way out.
 */
function putAt(path: string): number | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
  } catch {
    return null;
  }
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Answers those who find this process's book in use and ask it to show itself. It looks from time to time, since not every
 * file system tells of new files.
 * @param show brings the program before the person; false when it could not, and then the asker waits in vain
 * @param report gets what `show` throws
 * @returns ends the watch
 */
export function watchForAsking(path: string, show: () => Promise<boolean>, report: (error: unknown) => void): () => void {
  const bell = besideBook(path, 'show');
  let heard: number | null = null;
  const answer = async (): Promise<void> => {
    if (!await show()) return;
    rmSync(bell, { force: true });
    heard = null;
  };
  const timer = setInterval(() => {
    const rung = putAt(bell);
    const isNew = rung !== null && rung !== heard;
    heard = rung;
    if (isNew) answer().catch(report);
  }, lookMs);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Asks the process that has a book to show itself, by a file beside the book that it takes away. Writes nothing where no
 * process has the book.
 * @param waitMs how long an answer may take
 * @returns whether it has shown itself
 */
export async function askOwner(path: string, waitMs = answerMs): Promise<boolean> {
  if (!existsSync(besideBook(path, 'owner')) || !isLocked(path)) return false;
  const bell = besideBook(path, 'show');
  try {
    writeFileSync(bell, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // Another may be asking already; where nothing can be written, nobody can be asked.
    if (!isTaken(error)) return false;
  }
  for (const until = Date.now() + waitMs; Date.now() < until; await sleep(50)) if (putAt(bell) === null) return true;
  rmSync(bell, { force: true });
  return false;
}
