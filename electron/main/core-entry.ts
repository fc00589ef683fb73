import { homedir } from 'node:os';
import { createRouterClient } from '@orpc/server';
import { createChosenFileTable } from '#core/adapters/chosen-file-table.ts';
import { localDataDir } from '#core/adapters/data-dir.ts';
import { createNodePorts } from '#core/adapters/node-ports.ts';
import { programFiles } from '#core/adapters/program-files.ts';
import { runtimeProblem } from '#core/check-runtime.ts';
import { createCore } from '#core/create-core.ts';
import type { HostPorts, NoticeAct, Notifier } from '#core/ports/host-ports.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { FromCore, ToCore } from './core-process.ts';
import { createPortServer } from './serve-ports.ts';

const problem = runtimeProblem();
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
const tell = (message: FromCore) => process.parentPort.postMessage(message);

/** What the program around the core was asked and has not answered. */
const asked = new Map<number, (answer: unknown) => void>();
let lastRequest = 0;

function ask(question: (request: number) => FromCore): Promise<unknown> {
  const request = ++lastRequest;
  return new Promise((resolve) => {
    asked.set(request, resolve);
    tell(question(request));
  });
}

let onAct: (act: NoticeAct) => void = () => undefined;
const notifier: Notifier = {
  show: async (notice) => await ask((request) => ({ type: 'notice', request, notice })) === true,
  clear: (key) => tell({ type: 'clear', key }),
  setCount: (count) => tell({ type: 'count', count }),
  onAct(listener) { onAct = listener; },
};

const pdf: HostPorts['pdf'] = {
  async print(html) {
    const printed = await ask((request) => ({ type: 'print', request, html }));
    if (!(printed instanceof Uint8Array)) throw new CodedError('pdf-failed');
    return new Uint8Array(printed);
  },
};

const files = createChosenFileTable();
const ports = createNodePorts({
  hostName: 'electron',
  dataDir: localDataDir({ platform: process.platform, env: process.env, home: homedir() }),
  program: programFiles(import.meta.url),
  files,
  notifier,
  pdf,
  // Linux has no one place for what starts at login; on macOS every program stays when its windows are closed.
  offers: [...(process.platform === 'linux' ? [] : ['startAtLogin' as const]), ...(process.platform === 'darwin' ? [] : ['stayInTray' as const])],
  async showWindow() {
    tell({ type: 'show' });
    return true;
  },
});
const core = createCore(ports);
const server = createPortServer(core.router);
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
  if (message.type === 'answer') {
    asked.get(message.request)?.(message.answer);
    asked.delete(message.request);
  }
  if (message.type === 'act') onAct(message.act);
  if (message.type === 'wake') core.wake();
  if (message.type === 'close') close().catch((error: unknown) => {
    fail('the core could not close')(error);
    process.exit(1);
  });
});

tellSettings().catch(fail('the settings could not be told'));
