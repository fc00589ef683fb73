import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBook } from '#core/db/create-book.ts';
import { openBook, type OpenDeps, type OpenedBook } from '#core/db/open-book.ts';
import type { NewBook } from '#shared/domain/book/model.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';

export const resourcesDir = fileURLToPath(new URL('../../resources/', import.meta.url));

/** A clock that tests move by hand; it starts on Monday 23 November 2026, 10:00 in Shanghai. */
export class TestClock {
  ms: number;

  constructor(ms = Date.UTC(2026, 10, 23, 2)) {
    this.ms = ms;
  }

  now(): number {
    return this.ms;
  }
}

/** Ids that sort by making and repeat from run to run. */
export function testIds(clock: { now(): number }): { uuid(): string } {
  let n = 0;
  return {
    uuid() {
      n += 1;
      const random = new Uint8Array(10);
      new DataView(random.buffer).setUint32(6, n);
      return uuidV7(clock.now(), random);
    },
  };
}

export interface TestBook {
  book: OpenedBook;
  clock: TestClock;
  deps: OpenDeps;
  dir: string;
  path: string;
  /** Closes the book and opens it again, as after a restart. */
  reopen(): OpenedBook;
  dispose(): void;
}

/** A real book in a temporary folder, or a copy of one whose file is given as `content`. Without `derive` the derived tables stay empty. */
export function testBook(options: Partial<NewBook> & { derive?: OpenDeps['derive']; clock?: TestClock; ids?: OpenDeps['ids']; content?: Buffer } = {}): TestBook {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-'));
  const clock = options.clock ?? new TestClock();
  const deps: OpenDeps = {
    clock, ids: options.ids ?? testIds(clock), dataDir: join(dir, 'data'), migrationsDir: join(resourcesDir, 'migrations'), hostName: 'test', derive: options.derive ?? (() => undefined),
  };
  const path = join(dir, 'test.ballast');
  if (options.content) writeFileSync(path, options.content);
  const made: TestBook = {
    book: options.content ? openBook(path, deps) : createBook(path, { title: options.title ?? 'Test', timeZone: options.timeZone ?? 'Asia/Shanghai', currency: options.currency ?? 'CNY', owner: options.owner ?? 'Lin Xiaotong' }, deps),
    clock, deps, dir, path,
    reopen() {
      if (made.book.db.open) made.book.close();
      made.book = openBook(path, deps);
      return made.book;
    },
    dispose() {
      if (made.book.db.open) made.book.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
  return made;
}
