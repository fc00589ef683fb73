import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book } from './book.ts';

/** The book that is open now; features ask for it at each call, since it may be closed and another opened. */
export class CurrentBook {
  #book: Book | null = null;

  /** @throws CodedError `no-book` when none is open */
  get(): Book {
    if (!this.#book) throw new CodedError('no-book');
    return this.#book;
  }

  peek(): Book | null {
    return this.#book;
  }

  set(book: Book | null): void {
    this.#book = book;
  }
}
