import { wordsFor } from '#core/documents/words.ts';
import { createReviewsHandlers } from '#core/features/reviews/handlers.ts';
import type { ReviewsDeps } from '#core/features/reviews/reviews-deps.ts';
import { readContacts } from '#core/features/people/read-contacts.ts';
import { insertTask, updateTask } from '#core/features/tasks/repository.ts';
import { resourcesDir } from './test-book.ts';

/** The handlers as the program puts them together, with a writer of decks that only names them unless the test gives one. */
export function reviewHandlers(deps: Pick<ReviewsDeps, 'current' | 'ports'> & Partial<ReviewsDeps>) {
  return createReviewsHandlers({
    readContacts, insertTask, updateTask,
    wordsFor: (language) => wordsFor(resourcesDir, language),
    makeDeck: async () => new File(['deck'], 'x.pptx'),
    writeDeck: async (deck, name) => new File([JSON.stringify(deck)], name),
    ...deps,
  });
}
