import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { createNodePorts } from '#core/adapters/node-ports.ts';
import { programFiles } from '#core/adapters/program-files.ts';
import { createChosenFileTable } from '#core/adapters/chosen-file-table.ts';
import { createCore, type Core } from '#core/create-core.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { ImportKind } from '#shared/domain/import/model.ts';

export interface DrivenCore {
  core: Core;
  /** Entries of its worker threads. */
  workers: HostPorts['workers'];
  api: ContractRouterClient<Contract>;
  /** Makes and opens an empty book; the one before is closed and deleted. */
  freshBook(): Promise<string>;
  importFile(path: string, kind: ImportKind): Promise<void>;
}

/** The real core on a folder, driven through its contract as any client drives it. Local data lies in `dataDir`. @param host what it has beyond a book: a window, notifications */
export function driveCore(dir: string, dataDir = join(dir, 'data'), host: Pick<HostPorts, 'showWindow' | 'notifier'> = {}): DrivenCore {
  const files = createChosenFileTable();
  const program = programFiles(pathToFileURL(join(import.meta.dirname, '../../electron/cli/main.ts')).href);
  const ports = createNodePorts({ hostName: 'test', dataDir, program, files, ...host });
  const core = createCore(ports);
  const api: ContractRouterClient<Contract> = createRouterClient(core.router);
  let n = 0;
  let open: string | null = null;
  return {
    core, api, workers: ports.workers,
    async freshBook() {
      if (open) {
        await api.book.close();
        for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(`${open}${suffix}`, { force: true });
      }
      n += 1;
      open = join(dir, `book-${n}.ballast`);
      await api.book.create({ title: 'Test', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin Xiaotong', path: open });
      return open;
    },
    async importFile(path, kind) {
      const file = files.add(path);
      const { mapping } = await api.imports.inspect({ file, kind });
      for await (const event of await api.imports.run({ file, kind, mapping, dryRun: false })) {
        if (event.type === 'done' && event.summary.rowsRejected > 0) throw new Error(`${event.summary.rowsRejected} rows rejected: ${JSON.stringify(event.summary.problems[0])}`);
      }
    },
  };
}
