import type { Deck } from '#shared/domain/document/model.ts';
import { presented } from '#shared/domain/document/presented.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import type { ReviewHead } from '#shared/domain/review/record.ts';
import { rowSheets } from '#shared/domain/review/row-sheets.ts';
import { rowsKey } from '#shared/domain/review/rows.ts';
import type { Book } from '#core/db/book.ts';
import { readFacts } from './read-facts.ts';
import { readFrozen } from './read-frozen.ts';
import { readNumberRows, rowsScope } from './read-number-rows.ts';
import type { ReviewsDeps } from './reviews-deps.ts';

/**
 * The pages of a review in a language, as presented where it was. Inside `book.read`.
 * @param withRows with the rows behind their numbers as sheets, which only a workbook carries
 */
export function readDeck(book: Book, { id, language }: Pick<ReviewHead, 'id' | 'language'>, withRows: boolean, { ports, readContacts, wordsFor }: ReviewsDeps): Deck {
  const { db } = book;
  const words = wordsFor(language);
  const frozen = readFrozen(db, id);
  if (frozen) {
    const { numbers, rows, currency } = frozen;
    const deck = presented(frozen.decks[language]);
    return withRows ? { ...deck, sheets: rowSheets(deck, { numbers, currency, rowsOf: (number) => rows[rowsKey(number.rows)] }, words) } : deck;
  }
  const facts = readFacts(book, id, ports.clock.now(), readContacts);
  const deck = presented(buildRecordDeck(facts, language, words));
  if (!withRows) return deck;
  const scope = rowsScope(db, facts);
  return { ...deck, sheets: rowSheets(deck, { numbers: numbersOf(facts), currency: scope.currency, rowsOf: (number) => readNumberRows(db, number.rows, scope) }, words) };
}
