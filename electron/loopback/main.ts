import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRouterClient } from '@orpc/server';
import { createChosenFileTable } from '#core/adapters/chosen-file-table.ts';
import { localDataDir } from '#core/adapters/data-dir.ts';
import { createNodePorts } from '#core/adapters/node-ports.ts';
import { programFiles } from '#core/adapters/program-files.ts';
import { createUploadStore } from '#core/adapters/upload-store.ts';
import { createWebAssets } from '#core/adapters/web-assets.ts';
import { runtimeProblem } from '#core/check-runtime.ts';
import { createCore } from '#core/create-core.ts';
import { createDevAssets } from './dev-assets.ts';
import { askRunningHost, openLaunchFolder, type LaunchFolder } from './launch-folder.ts';
import { launchPage } from './launch-page.ts';
import { startLoopbackHost } from './loopback-host.ts';

const { values: flags } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    /** Folder for launch pages, where the browser cannot read the data folder. */
    'launch-dir': { type: 'string' },
    'idle-seconds': { type: 'string', default: '60' },
    /** Origin of a development server to take the renderer from. */
    'renderer-from': { type: 'string' },
  },
});

/** One line of JSON for whoever started this; nothing else goes to standard output. @returns whether it could be written */
function tell(message: { state: 'open' | 'running-elsewhere' | 'show'; launch: string }): Promise<boolean> {
  return new Promise((resolve) => process.stdout.write(`${JSON.stringify(message)}\n`, (error) => resolve(!error)));
}
// Whoever started this may be gone while its tabs are open; that must not end it.
process.stdout.on('error', () => undefined);

async function serve(dataDir: string, launchDir: string): Promise<void> {
  const program = programFiles(import.meta.url);
  const files = createChosenFileTable();
  let folder: LaunchFolder | null = null;
  const showWindow = async (): Promise<boolean> => folder !== null && tell({ state: 'show', launch: folder.another() });
  const ports = createNodePorts({ hostName: 'loopback', dataDir, program, files, showWindow });
  process.on('uncaughtExceptionMonitor', (error) => ports.log.error('the host failed', error));
  const uploads = await createUploadStore(join(dataDir, 'uploads'), files);
  const server = flags['renderer-from'];
  const assets = server ? createDevAssets(server) : await createWebAssets(program.rendererDir);
  const core = createCore(ports);

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    folder?.close();
    await host.close();
    uploads.close();
    await core.close();
    process.exit(0);
  };
  const host = await startLoopbackHost({
    router: core.router,
    assets,
    uploads,
    log: ports.log,
    idleMs: Number(flags['idle-seconds']) * 1000,
    onTab: () => folder?.opened(),
    onIdle: () => void end(),
  });
  folder = openLaunchFolder(launchDir, () => launchPage(host.origin, host.issueCode()), (error) => ports.log.error('no launch page could be written', error));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  void tell({ state: 'open', launch: folder.path });
  // The book of last time is open before the browser has drawn its window.
  createRouterClient(core.router).app.state().catch((error: unknown) => ports.log.error('the book of last time could not be opened', error));
}

const problem = runtimeProblem();
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
const dataDir = flags['data-dir'] ?? localDataDir({ platform: process.platform, env: process.env, home: homedir() });
const launchDir = flags['launch-dir'] ?? join(dataDir, 'launch');
const elsewhere = await askRunningHost(launchDir);
if (elsewhere) void tell({ state: 'running-elsewhere', launch: elsewhere });
else await serve(dataDir, launchDir);
