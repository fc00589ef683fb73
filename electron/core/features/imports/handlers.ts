import { join } from 'node:path';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { importsContract } from '#shared/contract/imports.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { inspectFile } from './inspect-file.ts';
import { runImport } from './run-import.ts';
import { RunningImports } from './running-imports.ts';
import { SourceFiles } from './source-files.ts';

export function createImportsHandlers({ current, ports }: { current: CurrentBook; ports: HostPorts }): HandlersOf<typeof importsContract> {
  const chosen = (token: string) => {
    const file = ports.files.resolve(token);
    if (!file) throw new CodedError('file-not-found', { where: { file: token } });
    return file;
  };
  const running = new RunningImports();
  const sources = new SourceFiles(ports.workers.parse, join(ports.paths.dataDir, 'staged'));
  return {
    async inspect({ file, kind, layout }) {
      const source = chosen(file);
      return inspectFile(source, await sources.open(source, layout), kind);
    },
    run({ run, file, kind, mapping, dryRun, layout }, { signal }) {
      const book = current.get();
      const source = chosen(file);
      const request = { file: source, open: () => sources.open(source, layout), kind, mapping, dryRun };
      return running.start(run, signal, (stop) => runImport(book, ports, request, stop));
    },
    cancel: ({ run }) => running.cancel(run),
  };
}
