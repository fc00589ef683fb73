import { setImmediate, setTimeout } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { CancelSignal } from '#shared/contract/handlers.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book } from '#core/db/book.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { countRecords, findDuplicates, type DuplicatePairs } from './find-duplicates.ts';

/** It works for so long (ms), then saves and questions have their turn. */
const TURN_MS = 15;
/** Whoever writes all the time is not waited for; what is found then holds for the moment only. */
const ATTEMPTS = 3;
const PROGRESS_MS = 100;

/** Records gone through, of all. */
interface Progress {
  done: number;
  total: number;
}

interface Search {
  book: Book;
  /** Who waits for it; with nobody left it ends. */
  waiting: Set<CancelSignal>;
  progress: Progress;
  pairs: Promise<DuplicatePairs>;
}

/** Finds duplicates anew only when something was written since, once for all who ask, and gives way in between. */
export class DuplicateFinder {
  readonly #current: CurrentBook;
  readonly #turnMs: number;
  readonly #kept = new WeakMap<Database.Database, { arrival: number; pairs: DuplicatePairs }>();
  #running: Search | null = null;

  constructor(current: CurrentBook, turnMs = TURN_MS) {
    this.#current = current;
    this.#turnMs = turnMs;
  }

  /** @throws CodedError `no-book` when the book was closed meanwhile; the signal's reason when all who wait are gone */
  async find(book: Book, signal: CancelSignal): Promise<DuplicatePairs> {
    const known = this.#kept.get(book.db);
    if (known?.arrival === arrivalOf(book)) return known.pairs;
    const running = this.#running?.book === book && [...this.#running.waiting].some(({ aborted }) => !aborted) ? this.#running : this.#start(book);
    running.waiting.add(signal);
    const pairs = await running.pairs;
    signal.throwIfAborted();
    return pairs;
  }

  /** How far the search is, until it has found what there is; with nothing written since the last it ends at once. @throws as `find` */
  async* watch(book: Book, signal: CancelSignal): AsyncGenerator<Progress> {
    const over = this.find(book, signal).then(() => true);
    // Whoever stops reading leaves the search to those who still wait.
    over.catch(() => undefined);
    while (!await Promise.race([over, setTimeout(PROGRESS_MS, false)])) {
      signal.throwIfAborted();
      if (this.#running?.book === book) yield { ...this.#running.progress };
    }
  }

  #start(book: Book): Search {
    const [waiting, progress] = [new Set<CancelSignal>(), { done: 0, total: 0 }];
    const search: Search = { book, waiting, progress, pairs: this.#search(book, waiting, progress).finally(() => { if (this.#running === search) this.#running = null; }) };
    this.#running = search;
    return search;
  }

  async #search(book: Book, waiting: ReadonlySet<CancelSignal>, progress: Progress): Promise<DuplicatePairs> {
    for (let attempt = 1; ; attempt += 1) {
      await setImmediate();
      const arrival = arrivalOf(book);
      Object.assign(progress, { done: 0, total: countRecords(book.db) });
      const pairs = await this.#inTurns(book, waiting, attempt === ATTEMPTS ? null : arrival, progress);
      if (!pairs) continue;
      this.#kept.set(book.db, { arrival, pairs });
      return pairs;
    }
  }

  /** @returns null when something was written since `arrival`, where that matters */
  async #inTurns(book: Book, waiting: ReadonlySet<CancelSignal>, arrival: number | null, progress: Progress): Promise<DuplicatePairs | null> {
    const work = findDuplicates(book.db);
    let began = performance.now();
    for (let next = work.next(); ; next = work.next()) {
      if (next.done) return next.value;
      progress.done += next.value;
      if (performance.now() - began < this.#turnMs) continue;
      await setImmediate();
      if (this.#current.peek() !== book) throw new CodedError('no-book');
      if ([...waiting].every(({ aborted }) => aborted)) for (const one of waiting) one.throwIfAborted();
      if (arrival !== null && arrivalOf(book) !== arrival) return null;
      began = performance.now();
    }
  }
}

function arrivalOf(book: Book): number {
  return prepared<{ n: number }>(book.db, 'SELECT coalesce(max(arrival), 0) AS n FROM change').get()?.n ?? 0;
}
