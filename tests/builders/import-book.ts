import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { wordsFor } from '#core/documents/words.ts';
import { createImportsHandlers } from '#core/features/imports/handlers.ts';
import { SourceFiles } from '#core/features/imports/source-files.ts';
import type { ImportChoices } from '#shared/domain/import/choices.ts';
import type { LayoutChoice } from '#shared/domain/import/layout.ts';
import { readLeftOut } from '#core/features/imports/left-out.ts';
import type { ImportKind, ImportProgress, ImportSummary, Inspection, LeftOutRows, Mapping } from '#shared/domain/import/model.ts';
import { noPrinter } from './no-printer.ts';
import { featureBook, type FeatureBook } from './feature-book.ts';
import { resourcesDir } from './test-book.ts';

export interface RunOptions {
  kind?: ImportKind;
  mapping?: Mapping;
  choices?: Partial<ImportChoices>;
  /** How the file is read; the rest is proposed. */
  layout?: LayoutChoice;
  dryRun?: boolean;
  signal?: AbortSignal;
  /** Name by which `cancel` ends it. */
  run?: string;
  /** Sees each event; returning false leaves the loop. */
  onEvent?: (event: ImportProgress) => boolean | void;
}

export interface ImportBook extends FeatureBook {
  /** Writes a file into the book's folder. @returns its path */
  file(name: string, content: string | Uint8Array): string;
  inspect(path: string, kind?: ImportKind, layout?: LayoutChoice): Promise<Inspection>;
  /** Imports as a person would who accepts what is proposed. */
  run(path: string, options?: RunOptions): Promise<ImportSummary>;
  /** Imports lines of CSV. */
  csv(lines: string[], options?: RunOptions): Promise<ImportSummary>;
  rows(sql: string): Record<string, unknown>[];
  cancel(run: string): void;
  /** Rows that an import left out. */
  leftOut(id: string, limit: number): LeftOutRows;
}

/** A real book with the real import, its worker included. */
export function importBook(options: Parameters<typeof featureBook>[0] = {}): ImportBook {
  const made = featureBook(options);
  const ports = {
    ...made.deps.ports,
    files: { resolve: (path: string) => ({ path, name: basename(path) }) },
    workers: { parse: new URL('../../electron/core/features/imports/parse-worker.ts', import.meta.url), backup: new URL('unused:') },
    log: { info: () => undefined, error: () => undefined },
    paths: { dataDir: made.dir, resourcesDir: made.dir },
    pdf: noPrinter,
    hostName: 'test',
  };
  const handlers = createImportsHandlers({ current: made.deps.current, ports, sources: new SourceFiles(ports.workers.parse, made.dir), wordsFor: (language) => wordsFor(resourcesDir, language, 'import') });
  const inspect = async (path: string, kind?: ImportKind, layout?: LayoutChoice) => handlers.inspect({ file: path, kind, layout }, { signal: new AbortController().signal });
  const book: ImportBook = Object.assign(made, {
    file(name: string, content: string | Uint8Array) {
      const path = join(made.dir, name);
      writeFileSync(path, content);
      return path;
    },
    inspect,
    async run(path: string, { kind, mapping, choices, layout, dryRun = false, signal = new AbortController().signal, run, onEvent }: RunOptions = {}) {
      const proposed = await inspect(path, kind, layout);
      const events = await handlers.run({ run, file: path, kind: proposed.kind, mapping: mapping ?? proposed.mapping, choices: { ...proposed.choices, ...choices }, dryRun, layout: proposed.layout, language: 'en' as const }, { signal });
      for await (const event of events) {
        if (onEvent?.(event) === false) break;
        if (event.type === 'done') return event.summary;
      }
      throw new Error('left before the end');
    },
    csv: (lines: string[], run?: RunOptions) => book.run(book.file('some.csv', `${lines.join('\n')}\n`), run),
    leftOut: (id: string, limit: number) => readLeftOut(made.book, id, limit),
    cancel: (run: string) => void handlers.cancel({ run }, { signal: new AbortController().signal }),
    rows: (sql: string) => made.book.db.prepare<[], Record<string, unknown>>(sql).all(),
  });
  return book;
}
