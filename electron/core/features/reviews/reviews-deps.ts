import type { Language } from '#shared/domain/book/model.ts';
import type { DocumentFormat } from '#shared/domain/document/format.ts';
import type { Deck } from '#shared/domain/document/model.ts';
import type { Words } from '#shared/domain/review/deck-voice.ts';
import type { ReviewFigures, ReviewRequest } from '#shared/domain/review/model.ts';
import type { TaskFields } from '#shared/domain/task/model.ts';
import type { Book } from '#core/db/book.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import type { ReadContacts } from './read-facts.ts';

export interface ReviewsDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'ids'>;
  /** Writes decks; features know no document writer, the composition root gives it. */
  makeDeck(figures: ReviewFigures, language: ReviewRequest['language'], format: DocumentFormat): Promise<File>;
  writeDeck(deck: Deck, name: string, format: DocumentFormat): Promise<File>;
  wordsFor(language: Language): Words;
  /** From the people's and the tasks' rooms: who is known, and what an action becomes. */
  readContacts: ReadContacts;
  insertTask(book: Book, row: TaskFields & { id: string; accountId: string; createdAt: number }): void;
  updateTask(book: Book, id: string, patch: Partial<TaskFields>): void;
}
