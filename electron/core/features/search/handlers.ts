import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { searchContract } from '#shared/contract/search.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import { searchIsBehind } from '#core/measures/search-changes.ts';
import { catchUpSearch } from '#core/measures/search-index.ts';
import { findHits } from './find-hits.ts';

export interface SearchDeps {
  current: CurrentBook;
}

/** What a search itself reads before it answers: enough for what a person has just saved, too little to be waited for. */
const CAUGHT_UP = 100;

export function createSearchHandlers({ current }: SearchDeps): HandlersOf<typeof searchContract> {
  return {
    find({ text, limit }) {
      const book = current.get();
      catchUpSearch(book, CAUGHT_UP);
      return book.read(() => ({ groups: findHits(book.db, text, limit), behind: searchIsBehind(book.db) }));
    },
  };
}
