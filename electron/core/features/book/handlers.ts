import type { bookContract } from '#shared/contract/book.ts';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { CurrentBook } from '../../db/current-book.ts';
import { verifyBook } from '../../db/verify.ts';
import type { BookKeeper } from './book-keeper.ts';
import { updateBook } from './update-book.ts';

export function createBookHandlers({ keeper, current }: { keeper: BookKeeper; current: CurrentBook }): HandlersOf<typeof bookContract> {
  return {
    create: (input) => keeper.create(input),
    open: ({ path }) => keeper.open(path),
    showOwner: async ({ path }) => ({ shown: await keeper.showOwner(path) }),
    close: () => keeper.close(),
    status: () => keeper.status(),
    update: (changes) => updateBook(current.get(), changes),
    acceptClock: () => keeper.acceptClock(),
    verify() {
      const book = current.get();
      return book.read(() => verifyBook(book.db));
    },
    backups: ({ path }) => keeper.backups(path),
    backUp: () => keeper.backUp(),
    restore: ({ path, file }) => keeper.restore(path, file),
  };
}
