import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { importsContract } from '#shared/contract/imports.ts';
import type { RowProblem } from '#shared/domain/import/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import type { Words } from '#shared/domain/review/deck-voice.ts';
import { inspectFile } from './inspect-file.ts';
import { dropLeftOut, leftOutAsFile, listLeftOut, readLeftOut } from './left-out.ts';
import { runImport } from './run-import.ts';
import { RunningImports } from './running-imports.ts';
import type { SourceFiles } from './source-files.ts';

interface Deps {
  current: CurrentBook;
  ports: HostPorts;
  /** The import's words in a language; features read no locale files, the composition root gives them. */
  wordsFor: (language: string) => Words;
  sources: SourceFiles;
}

/** `Order Date: This is no date. (31.2.2024)` */
const problemWords = (words: Words) => ({ column, code, value }: RowProblem): string => {
  const what = words(`problem.${code}`);
  const said = value === null ? what : words('leftOut.ofValue', { what, value });
  return column === null ? said : words('leftOut.inColumn', { column, what: said });
};

export function createImportsHandlers({ current, ports, wordsFor, sources }: Deps): HandlersOf<typeof importsContract> {
  const chosen = (token: string) => {
    const file = ports.files.resolve(token);
    if (!file) throw new CodedError('file-not-found', { where: { file: token } });
    return file;
  };
  const running = new RunningImports();
  return {
    async inspect({ file, kind, layout }) {
      const source = chosen(file);
      return inspectFile(current.peek(), source, await sources.open(source, layout), kind);
    },
    run({ run, file, kind, mapping, choices, dryRun, layout, language }, { signal }) {
      const book = current.get();
      const source = chosen(file);
      const request = { file: source, open: () => sources.open(source, layout), kind, mapping, choices, dryRun, words: problemWords(wordsFor(language)) };
      return running.start(run, signal, (stop) => sources.during(source.path, runImport(book, ports, request, stop), !dryRun));
    },
    cancel: ({ run }) => running.cancel(run),
    release({ files }) {
      for (const token of files) sources.drop(ports.files.resolve(token)?.path ?? '');
    },
    leftOuts: () => listLeftOut(current.get()),
    leftOutRows: ({ id, limit }) => readLeftOut(current.get(), id, limit),
    leftOutFile: ({ id }) => leftOutAsFile(current.get(), id),
    dropLeftOut: ({ id }) => dropLeftOut(current.get(), id),
  };
}
