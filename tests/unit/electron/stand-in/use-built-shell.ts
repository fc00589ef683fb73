import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { buildShell, type BuiltShell } from './built-shell.ts';
import type { StandIn, StandInWindow } from './electron.ts';
import { loadMain, type LoadOptions } from './load-main.ts';

/** The page's own frame, as main sees it. */
export const ownFrame: object = { parent: null, origin: 'app://ballast' };

/** As the page of a window says that it listens. */
export function wantPort({ recorded }: StandIn, { webContents }: StandInWindow, senderFrame: object | null = ownFrame): void {
  recorded.listeners.get('ballast:want-port')?.({ sender: webContents, senderFrame });
}

/** Builds the shell once for a test file and gives each test a data folder of its own. */
export function useBuiltShell() {
  let built: BuiltShell | null = null;
  let dataDir = '';
  beforeAll(async () => { built = await buildShell(); });
  afterAll(() => built?.remove());
  beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'ballast-data-')); });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const shell = () => {
    if (!built) throw new Error('the shell is not built yet');
    return built;
  };
  const load = (options: LoadOptions = {}) => loadMain(shell().main, dataDir, options);
  return {
    shell,
    dataDir: () => dataDir,
    load,
    /** Loads main and gives the first window it made, and the first process. */
    async loadWindow(options: LoadOptions = {}) {
      const standIn = await load(options);
      const [window] = standIn.recorded.windows;
      const [process] = standIn.recorded.processes;
      if (!window || !process) throw new Error('main made no window or started no core');
      return { ...standIn, window, process, wantPort: (frame: object | null = ownFrame) => wantPort(standIn, window, frame) };
    },
  };
}
