import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makePrivateDir } from '#core/adapters/private-dir.ts';

const renewMs = 20_000;
const answerLifeMs = 30_000;
const askMs = 5_000;

function writePrivate(path: string, text: string): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  writeFileSync(draft, text, { flag: 'wx', mode: 0o600 });
  renameSync(draft, path);
}

const ownNames = /^(host\.pid|ballast\.html|(ask|show)-[0-9a-f]{32}(\.html)?)(\.[0-9a-f]{12}\.part)?$/;

/** Removes what hosts put there and nothing else: the folder may be a person's choice. */
function sweep(dir: string): void {
  for (const name of readdirSync(dir)) if (ownNames.test(name)) rmSync(join(dir, name), { force: true });
}

const pidFile = (dir: string) => join(dir, 'host.pid');

function isRunning(dir: string): boolean {
  try {
    const pid = Number(readFileSync(pidFile(dir), 'utf8'));
    if (pid === process.pid || !Number.isSafeInteger(pid) || pid <= 0) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Asks the host that already runs on this data folder for a way in.
 * @param waitMs how long an answer may take
 * @returns the path of its launch page, or null when none runs or none answers in time
 */
export async function askRunningHost(dir: string, waitMs = askMs): Promise<string | null> {
  makePrivateDir(dir);
  if (!isRunning(dir)) return null;
  const id = randomBytes(16).toString('hex');
  const ask = join(dir, `ask-${id}`);
  const answer = join(dir, `show-${id}.html`);
  writeFileSync(ask, '', { flag: 'wx', mode: 0o600 });
  try {
    for (const until = Date.now() + waitMs; Date.now() < until; await sleep(50)) {
      if (lstatSync(answer, { throwIfNoEntry: false })?.isFile()) return answer;
    }
    return null;
  } finally {
    rmSync(ask, { force: true });
  }
}

export interface LaunchFolder {
  /** The launch page, until a tab has opened. */
  path: string;
  /** Puts a page for one more tab beside it, for as long as its code is good. @returns its path */
  another(): string;
  /** A tab has opened: the page is taken away. */
  opened(): void;
  close(): void;
}

/**
 * Takes the folder for this host: puts a launch page there, renews it before its code ends, and answers those who ask for
 * another. The folder is its owner's alone, so whoever can ask could also read the book.
 * @param page makes a launch page with a fresh code
 * @param report gets what fails later, such as a full disk; the program goes on without a launch page
 */
export function openLaunchFolder(dir: string, page: () => string, report: (error: unknown) => void): LaunchFolder {
  makePrivateDir(dir);
  sweep(dir);
  writePrivate(pidFile(dir), String(process.pid));
  const path = join(dir, 'ballast.html');
  writePrivate(path, page());
  const surely = (act: () => void) => () => {
    try {
      act();
    } catch (error) {
      report(error);
    }
  };
  const renewal = setInterval(surely(() => writePrivate(path, page())), renewMs);

  const putAnother = (id: string): string => {
    const shown = join(dir, `show-${id}.html`);
    writePrivate(shown, page());
    setTimeout(() => rmSync(shown, { force: true }), answerLifeMs).unref();
    return shown;
  };
  const answer = () => {
    for (const name of readdirSync(dir)) {
      const id = /^ask-([0-9a-f]{32})$/.exec(name)?.[1];
      if (!id || !lstatSync(join(dir, name), { throwIfNoEntry: false })?.isFile()) continue;
      rmSync(join(dir, name), { force: true });
      putAnother(id);
    }
  };
  const watcher = watch(dir, surely(answer));
  watcher.on('error', report);

  return {
    path,
    another: () => putAnother(randomBytes(16).toString('hex')),
    opened() {
      clearInterval(renewal);
      rmSync(path, { force: true });
    },
    close() {
      clearInterval(renewal);
      watcher.close();
      sweep(dir);
    },
  };
}
