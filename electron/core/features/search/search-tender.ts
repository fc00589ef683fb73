import { setTimeout as pause } from 'node:timers/promises';
import type { Book } from '#core/db/book.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { catchUpSearch } from '#core/measures/search-index.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';

export interface TenderDeps {
  current: CurrentBook;
  log: HostPorts['log'];
}

/** No step was committed for so long (ms): an import is not held up between its transactions. */
const REST = 250;
/** Things read at once, between which saves and questions have their turn. */
const SLICE = 150;

/** Keeps the search index up with the change log, behind the commits and in small pieces. */
export class SearchTender {
  readonly #deps: TenderDeps;
  #timer: NodeJS.Timeout | null = null;
  #running = false;

  constructor(deps: TenderDeps) {
    this.#deps = deps;
  }

  /** Something was written, or another book was opened. */
  wake(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#run();
    }, REST).unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #run(): Promise<void> {
    const book = this.#deps.current.peek();
    if (!book || this.#running) return;
    this.#running = true;
    try {
      // Whoever writes meanwhile wakes it again.
      while (this.#timer === null && this.#slice(book)) await pause(1, undefined, { ref: false });
    } catch (error) {
      this.#deps.log.error('the search index could not be brought up to date', error);
    } finally {
      this.#running = false;
    }
  }

  #slice(book: Book): boolean {
    return this.#deps.current.peek() === book && catchUpSearch(book, SLICE);
  }
}
