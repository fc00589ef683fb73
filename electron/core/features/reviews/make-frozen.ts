import type Database from 'better-sqlite3';
import type { Language } from '#shared/domain/book/model.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import { checkReview } from '#shared/domain/review/check-review.ts';
import type { Words } from '#shared/domain/review/deck-voice.ts';
import type { ReviewFacts } from '#shared/domain/review/facts.ts';
import type { FrozenReview } from '#shared/domain/review/frozen.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import { rowsKey } from '#shared/domain/review/rows.ts';
import { readNumberRows, type RowsScope } from './read-number-rows.ts';

/** What is presented now, whole: the pages in both languages, each number, and all rows behind them. */
export function makeFrozen(db: Database.Database, facts: ReviewFacts, scope: RowsScope, wordsFor: (language: Language) => Words): FrozenReview {
  const { figures, people, participants } = facts;
  const numbers = numbersOf(facts);
  const queries = new Map(numbers.map(({ rows }) => [rowsKey(rows), rows]));
  const deckIn = (language: Language) => buildRecordDeck(facts, language, wordsFor(language));
  return {
    version: 1,
    decks: { en: deckIn('en'), 'zh-CN': deckIn('zh-CN') },
    numbers,
    rows: Object.fromEntries([...queries].map(([key, query]) => [key, readNumberRows(db, query, scope)])),
    people: people.map(({ personId, name }) => ({ id: personId, name })),
    participants,
    readiness: checkReview(facts),
    today: figures.today,
    currency: figures.currency,
    window: { from: figures.from, to: figures.to },
  };
}
