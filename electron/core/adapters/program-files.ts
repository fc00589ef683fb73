import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerEntries } from '../ports/host-ports.ts';

/** The read-only parts of the program, wherever it was started from. */
export interface ProgramFiles {
  root: string;
  resourcesDir: string;
  /** The built renderer. */
  rendererDir: string;
  workers: WorkerEntries;
}

const workerSources = { parse: 'electron/core/features/imports/parse-worker.ts', backup: 'electron/core/db/backup-worker.ts' };

/**
 * Finds the program around an entry module, run as source (`.ts`) or built (`out/<host>/<entry>.js`).
 * @param entryUrl `import.meta.url` of the entry
 * @throws Error when the entry lies in no project
 */
export function programFiles(entryUrl: string): ProgramFiles {
  const entry = fileURLToPath(entryUrl);
  let root = dirname(entry);
  while (!existsSync(join(root, 'package.json'))) {
    const parent = dirname(root);
    if (parent === root) throw new Error(`${entry} lies in no project`);
    root = parent;
  }
  const worker = (name: keyof WorkerEntries) => pathToFileURL(
    entry.endsWith('.ts') ? join(root, workerSources[name]) : join(root, 'out', 'node', `${name}-worker.js`),
  );
  return {
    root,
    resourcesDir: join(root, 'resources'),
    rendererDir: join(root, 'out', 'renderer'),
    workers: { parse: worker('parse'), backup: worker('backup') },
  };
}
