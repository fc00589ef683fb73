import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { reviewsContract } from '#shared/contract/reviews.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import { checkReview } from '#shared/domain/review/check-review.ts';
import { deckFileName } from '#shared/domain/review/deck-file-name.ts';
import type { FrozenReview } from '#shared/domain/review/frozen.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import type { ReviewHead } from '#shared/domain/review/record.ts';
import { rowsKey } from '#shared/domain/review/rows.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { measureContext } from '#core/measures/measure-context.ts';
import { comingReviews, listReviews } from './list-reviews.ts';
import { readDeck } from './read-deck.ts';
import { readFacts } from './read-facts.ts';
import { readFrozen } from './read-frozen.ts';
import { readNumberRows, rowsScope } from './read-number-rows.ts';
import { readHead, readItems, readSections } from './read-record.ts';
import type { ReviewsDeps } from './reviews-deps.ts';

type Reads = Pick<HandlersOf<typeof reviewsContract>, 'list' | 'coming' | 'get' | 'rows' | 'export'>;

/** Reading reviews; a frozen one is answered out of what was presented. */
export function createReadHandlers(deps: ReviewsDeps): Reads {
  const { current, ports, readContacts, wordsFor, writeDeck } = deps;

  function shownFrozen(book: Book, head: ReviewHead, frozen: FrozenReview) {
    const { decks, numbers, readiness, participants, today, window, currency } = frozen;
    const { db } = book;
    return { head, sections: readSections(db, head.id), items: readItems(db, head.id), participants, deck: decks[head.language], numbers, readiness, today, window, currency };
  }

  function shownLive(book: Book, id: string) {
    const facts = readFacts(book, id, ports.clock.now(), readContacts);
    const { head, sections, items, participants, figures } = facts;
    return {
      head, sections, items, participants, deck: buildRecordDeck(facts, head.language, wordsFor(head.language)), numbers: numbersOf(facts), readiness: checkReview(facts),
      today: figures.today, window: { from: figures.from, to: figures.to }, currency: figures.currency,
    };
  }

  return {
    list({ accountId }) {
      const book = current.get();
      return book.read(() => listReviews(book.db, accountId));
    },
    coming({ limit }) {
      const book = current.get();
      return book.read(() => comingReviews(book.db, measureContext(book.db, ports.clock.now()).asOf, limit));
    },
    get({ id }) {
      const book = current.get();
      return book.read(() => {
        const head = readHead(book.db, id);
        const frozen = readFrozen(book.db, id);
        return frozen ? shownFrozen(book, head, frozen) : shownLive(book, id);
      });
    },
    rows({ id, number: wanted }) {
      const book = current.get();
      const { db } = book;
      return book.read(() => {
        const frozen = readFrozen(db, id);
        if (frozen) {
          const number = found(frozen.numbers.find((one) => one.id === wanted), 'number');
          return { number, rows: found(frozen.rows[rowsKey(number.rows)], 'number') };
        }
        const facts = readFacts(book, id, ports.clock.now(), readContacts);
        const number = found(numbersOf(facts).find((one) => one.id === wanted), 'number');
        return { number, rows: readNumberRows(db, number.rows, rowsScope(db, facts)) };
      });
    },
    export({ id, language: asked, format }, { signal }) {
      const book = current.get();
      const { deck, name } = book.read(() => {
        const head = readHead(book.db, id);
        return { deck: readDeck(book, { id, language: asked ?? head.language }, format === 'xlsx', deps), name: deckFileName(head.accountName, head.period, format) };
      });
      signal.throwIfAborted();
      return writeDeck(deck, name, format);
    },
  };
}
