import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout, LayoutChoice } from '#shared/domain/import/layout.ts';
import { readHead, type FileHead } from './file-head.ts';
import { fileKind } from './file-kind.ts';
import { headBytes } from './head-bytes.ts';
import { stageInWorker } from './parse-client.ts';
import type { Staged } from './parse-job.ts';

const HEAD = 262_144;
const KEPT = 32;

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

/** Of a file that is kept: where it lies itself. */
const sourceOf = (key: string): string => String((JSON.parse(key) as unknown[])[0]);

/**
 * Opens chosen files, whatever their format. What is no plain text is made into text once, in a worker, and kept for the
 * next look, trial and run, until it is dropped.
 */
export class SourceFiles {
  readonly #worker: URL;
  readonly #dir: string;
  readonly #kept = new Map<string, Promise<Kept>>();
  /** Files that are being read: how often. */
  readonly #held = new Map<string, number>();
  readonly #leaving = new Set<string>();

  /** @param dir absolute; a folder that is this run's alone, for what was made of files */
  constructor(worker: URL, dir: string) {
    this.#worker = worker;
    this.#dir = dir;
  }

  /**
   * @param choice what a person settled; the rest is proposed
   * @throws CodedError `file-…`, `archive-too-large`, `sheet-not-found`, `encoding-not-supported`, `import-failed`
   */
  open(file: { path: string; name: string }, choice: LayoutChoice = {}): Promise<OpenedFile> {
    return this.#while(file.path, () => this.#open(file, choice));
  }

  /** Passes on what a run of a file says, and keeps the file for so long. @param last drops what was made of it afterwards */
  async *during<T>(path: string, events: AsyncGenerator<T>, last: boolean): AsyncGenerator<T> {
    this.#hold(path);
    try {
      yield* events;
    } finally {
      if (last) this.#leaving.add(path);
      this.#release(path);
    }
  }

  /** Removes what was made of a file, or of all: at once, or when it is no longer read. */
  drop(path?: string): void {
    for (const source of new Set([...this.#kept.keys()].map(sourceOf))) {
      if (path !== undefined && source !== path) continue;
      if (this.#held.has(source)) this.#leaving.add(source);
      else this.#remove(source);
    }
  }

  async #while<T>(path: string, work: () => Promise<T>): Promise<T> {
    this.#hold(path);
    try {
      return await work();
    } finally {
      this.#release(path);
    }
  }

  #hold(path: string): void {
    this.#held.set(path, (this.#held.get(path) ?? 0) + 1);
  }

  #release(path: string): void {
    const left = (this.#held.get(path) ?? 1) - 1;
    if (left > 0) this.#held.set(path, left);
    else {
      this.#held.delete(path);
      if (this.#leaving.delete(path)) this.#remove(path);
    }
  }

  #remove(source: string): void {
    for (const [key, kept] of this.#kept) {
      if (sourceOf(key) !== source) continue;
      this.#kept.delete(key);
      void kept.then((old) => rmSync(old.path, { force: true }), () => undefined);
    }
  }

  async #open({ path, name }: { path: string; name: string }, choice: LayoutChoice): Promise<OpenedFile> {
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

  /** Removes what was kept longest. */
  #makeRoom(): void {
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    for (const [key, kept] of [...this.#kept].slice(0, Math.max(0, this.#kept.size - KEPT))) {
      this.#kept.delete(key);
      if (![...this.#kept.values()].includes(kept)) void kept.then((old) => rmSync(old.path, { force: true }), () => undefined);
    }
  }
}
