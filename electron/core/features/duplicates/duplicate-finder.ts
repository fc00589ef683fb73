import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { CancelSignal } from '#shared/contract/handlers.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book } from '#core/db/book.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { prepared } from '#core/db/prepared.ts';
import { findDuplicates, type DuplicatePairs } from './find-duplicates.ts';

/** It works for so long (ms), then saves and questions have their turn. */
const TURN_MS = 15;
/** Whoever writes all the time is not waited for; what is found then holds for the moment only. */
const ATTEMPTS = 3;

interface Search {
  book: Book;
  /** Who waits for it; with nobody left it ends. */
  waiting: Set<CancelSignal>;
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

  #start(book: Book): Search {
    const waiting = new Set<CancelSignal>();
    const search: Search = { book, waiting, pairs: this.#search(book, waiting).finally(() => { if (this.#running === search) this.#running = null; }) };
    this.#running = search;
    return search;
  }

  async #search(book: Book, waiting: ReadonlySet<CancelSignal>): Promise<DuplicatePairs> {
    for (let attempt = 1; ; attempt += 1) {
      await setImmediate();
      const arrival = arrivalOf(book);
      const pairs = await this.#inTurns(book, waiting, attempt === ATTEMPTS ? null : arrival);
      if (!pairs) continue;
      this.#kept.set(book.db, { arrival, pairs });
      return pairs;
    }
  }

  /** @returns null when something was written since `arrival`, where that matters */
  async #inTurns(book: Book, waiting: ReadonlySet<CancelSignal>, arrival: number | null): Promise<DuplicatePairs | null> {
    const work = findDuplicates(book.db);
    let began = performance.now();
    for (let next = work.next(); ; next = work.next()) {
      if (next.done) return next.value;
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
