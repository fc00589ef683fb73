import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout, LayoutChoice } from '#shared/domain/import/layout.ts';
import { readHead, type FileHead } from './file-head.ts';
import { fileKind } from './file-kind.ts';
import { headBytes } from './head-bytes.ts';
import { stageInWorker } from './parse-client.ts';
import type { Staged } from './parse-job.ts';

const HEAD = 262_144;
const KEPT = 32;
const DAY = 86_400_000;

/** A file as it can be read row by row. */
export interface OpenedFile {
  /** Where its text lies. */
  path: string;
  head: FileHead;
  layout: Layout;
  sheets: string[];
  /** Rows end with their last filled cell. */
  padded: boolean;
}

interface Kept extends Staged { path: string }

/**
 * Opens chosen files, whatever their format. What is no plain text is made into text once, in a worker, and kept for the
 * next look, trial and run.
 */
export class SourceFiles {
  readonly #worker: URL;
  readonly #dir: string;
  readonly #kept = new Map<string, Promise<Kept>>();

  /** @param dir absolute; a folder of its own for what was made of files */
  constructor(worker: URL, dir: string) {
    this.#worker = worker;
    this.#dir = dir;
  }

  /**
   * @param choice what a person settled; the rest is proposed
   * @throws CodedError `file-…`, `archive-too-large`, `sheet-not-found`, `encoding-not-supported`, `import-failed`
   */
  async open({ path, name }: { path: string; name: string }, choice: LayoutChoice = {}): Promise<OpenedFile> {
    const { bytes, size } = headBytes(path, name, HEAD);
    const kind = fileKind(bytes, name);
    const staged = kind === 'text' ? null : await this.#stage(path, name, size, choice.sheet ?? null);
    const isTable = staged?.isTable === true;
    const head = await readHead(staged?.path ?? path, name, isTable ? { headerRow: choice.headerRow, encoding: 'utf-8', delimiter: ',', quote: '"' } : choice);
    const { headerRow, encoding, delimiter, quote } = head;
    return {
      path: staged?.path ?? path, head, sheets: staged?.sheets ?? [], padded: isTable,
      layout: { sheet: staged?.sheet ?? null, headerRow, quote, encoding: isTable ? null : encoding, delimiter: isTable ? null : delimiter },
    };
  }

  async #stage(path: string, name: string, size: number, sheet: string | null): Promise<Kept> {
    const { mtimeMs } = statSync(path);
    const keyOf = (of: string | null): string => JSON.stringify([path, size, mtimeMs, of]);
    const known = this.#kept.get(keyOf(sheet));
    if (known) return known;
    this.#makeRoom();
    const target = join(this.#dir, `${randomUUID()}.csv`);
    const staging = stageInWorker(this.#worker, { path, file: name, target, sheet }).then((staged) => ({ ...staged, path: target }));
    this.#kept.set(keyOf(sheet), staging);
    try {
      const staged = await staging;
      this.#kept.set(keyOf(staged.sheet), staging);
      return staged;
    } catch (error) {
      this.#kept.delete(keyOf(sheet));
      rmSync(target, { force: true });
      throw error;
    }
  }

  /** Removes what was kept longest, and at first what earlier runs of the program left. */
  #makeRoom(): void {
    if (this.#kept.size === 0) {
      mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
      for (const entry of readdirSync(this.#dir)) {
        const left = statSync(join(this.#dir, entry), { throwIfNoEntry: false });
        if (left && Date.now() - left.mtimeMs > DAY) rmSync(join(this.#dir, entry), { force: true });
      }
    }
    for (const [key, kept] of [...this.#kept].slice(0, Math.max(0, this.#kept.size - KEPT))) {
      this.#kept.delete(key);
      if (![...this.#kept.values()].includes(kept)) void kept.then((old) => rmSync(old.path, { force: true }), () => undefined);
    }
  }
}
