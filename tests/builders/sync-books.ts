import { readFileSync } from 'node:fs';
import { runSync } from '#core/sync/run-sync.ts';
import type { Transport } from '#core/sync/transports/transport.ts';
import type { BundleName } from '#shared/domain/sync/bundle-name.ts';
import type { SyncSummary } from '#shared/domain/sync/model.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import { testBook, TestClock, type TestBook } from './test-book.ts';

/** A place in memory; what each book sees of it is up to the test. */
export class MemoryPlace implements Transport {
  readonly files = new Map<string, { name: BundleName; bytes: Uint8Array }>();

  async list(): Promise<BundleName[]> {
    return [...this.files.values()].map(({ name }) => name).toSorted((a, b) => (a.file < b.file ? -1 : 1));
  }

  async read({ file }: BundleName): Promise<Uint8Array | null> {
    return this.files.get(file)?.bytes ?? null;
  }

  async put(name: BundleName, bytes: Uint8Array): Promise<void> {
    if (!this.files.has(name.file)) this.files.set(name.file, { name, bytes });
  }
}

/** Files of new books by number, to be copied: making a book takes longer than most tests do with it. */
const made = new Map<number, Buffer>();

/** A book of its own device whose ids no other book's are like; they repeat from run to run. */
export function syncBook(number: number, clock = new TestClock()): TestBook {
  let n = 0;
  const ids = {
    uuid() {
      n += 1;
      const random = new Uint8Array(10);
      const view = new DataView(random.buffer);
      view.setUint32(0, number);
      view.setUint32(6, n);
      return uuidV7(clock.now(), random);
    },
  };
  const t = testBook({ clock, title: `Book ${number}`, owner: `Owner ${number}`, ids, content: made.get(number) });
  if (!made.has(number)) {
    t.book.close();
    made.set(number, readFileSync(t.path));
    t.reopen();
  }
  n = Math.max(n, 1_000);
  // Whether it lasts is tested elsewhere.
  t.book.db.pragma('synchronous = OFF');
  return t;
}

export async function syncNow({ book, deps }: Pick<TestBook, 'book' | 'deps'>, transport: Transport, folder: string | null = null): Promise<SyncSummary> {
  for await (const event of runSync(book, deps, { transport, folder }, { aborted: false })) if (event.type === 'done') return event.summary;
  throw new Error('a sync without an end');
}
