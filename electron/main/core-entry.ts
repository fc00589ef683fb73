import { homedir } from 'node:os';
import { createRouterClient } from '@orpc/server';
import { createChosenFileTable } from '#core/adapters/chosen-file-table.ts';
import { localDataDir } from '#core/adapters/data-dir.ts';
import { createNodePorts } from '#core/adapters/node-ports.ts';
import { programFiles } from '#core/adapters/program-files.ts';
import { runtimeProblem } from '#core/check-runtime.ts';
import { createCore } from '#core/create-core.ts';
import type { FromCore, ToCore } from './core-messages.ts';
import { createPortServer } from './serve-ports.ts';

const problem = runtimeProblem();
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
const files = createChosenFileTable();
const ports = createNodePorts({
  hostName: 'electron',
  dataDir: localDataDir({ platform: process.platform, env: process.env, home: homedir() }),
  program: programFiles(import.meta.url),
  files,
  async showWindow() {
    tell({ type: 'show' });
    return true;
  },
});
const core = createCore(ports);
const server = createPortServer(core.router);
const tell = (message: FromCore) => process.parentPort.postMessage(message);

/** Menus, tray and title bar follow the settings; the stream begins with a word of its own. */
async function tellSettings(): Promise<void> {
  const { app } = createRouterClient(core.router);
  for await (const { topic } of await app.topics()) {
    if (topic === 'app') tell({ type: 'settings', settings: (await app.state()).settings });
  }
}

async function close(): Promise<void> {
  server.close();
  await core.close();
  process.exit(0);
}

function fail(what: string): (error: unknown) => void {
  return (error) => ports.log.error(what, error);
}

process.parentPort.on('message', ({ data, ports: [port] }) => {
  const message: ToCore = data;
  if (message.type === 'port' && port) server.serve(port);
  if (message.type === 'file') tell({ type: 'file-token', request: message.request, token: files.add(message.path) });
  if (message.type === 'close') close().catch((error: unknown) => {
    fail('the core could not close')(error);
    process.exit(1);
  });
});

tellSettings().catch(fail('the settings could not be told'));
