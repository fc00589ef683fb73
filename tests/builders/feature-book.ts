import { CurrentBook } from '#core/db/current-book.ts';
import { readBookSettings } from '#core/db/settings.ts';
import { refreshDerived } from '#core/measures/refresh-derived.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import { BookFiller } from './book-filler.ts';
import { resourcesDir, testBook, TestClock, type TestBook } from './test-book.ts';

export interface FeatureBook extends TestBook {
  /** What feature handlers are given. */
  deps: TestBook['deps'] & { current: CurrentBook; ports: { clock: TestClock; ids: { uuid(): string }; paths: { dataDir: string; resourcesDir: string } } };
  /** Fills the book in one step of its own; the derived tables follow as after any write. */
  fill<T>(work: (filler: BookFiller) => T): T;
}

/** A real book whose derived tables are kept as the program keeps them, with what feature handlers need. */
export function featureBook(options: { timeZone?: string; currency?: string; now?: number } = {}): FeatureBook {
  const clock = new TestClock(options.now);
  const made = testBook({
    timeZone: options.timeZone ?? 'Asia/Shanghai', currency: options.currency ?? 'CNY', clock,
    derive: (db, dirty) => {
      const { timeZone, currency } = readBookSettings(db);
      refreshDerived(db, { today: dateInZone(clock.now(), timeZone), timeZone, currency }, dirty);
    },
  });
  const current = new CurrentBook();
  current.set(made.book);
  const filler = new BookFiller(made.book.db, { currency: options.currency ?? 'CNY' });
  return Object.assign(made, {
    deps: { ...made.deps, current, ports: { clock, ids: made.deps.ids, paths: { dataDir: made.deps.dataDir, resourcesDir } } },
    fill: <T>(work: (into: BookFiller) => T): T => made.book.write({ kind: 'user', verb: 'account.create', params: { name: 'fill' } }, () => work(filler)).value,
  });
}
