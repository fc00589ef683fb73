import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { reviewsContract } from '#shared/contract/reviews.ts';
import type { ReviewFigures, ReviewRequest } from '#shared/domain/review/model.ts';
import { createItemHandlers } from './item-handlers.ts';
import { createReadHandlers } from './read-handlers.ts';
import { createRecordHandlers } from './record-handlers.ts';
import { readReviewFigures } from './repository.ts';
import type { ReviewsDeps } from './reviews-deps.ts';
import { createSectionHandlers } from './section-handlers.ts';
import { createTemplateHandlers } from './template-handlers.ts';

/** Business reviews: the figures of a quarter and a quick deck of them, reviews as records, and their templates. */
export function createReviewsHandlers(deps: ReviewsDeps): HandlersOf<typeof reviewsContract> {
  const { current, ports } = deps;
  const read = ({ accountId, period }: Omit<ReviewRequest, 'language'>): ReviewFigures => {
    const book = current.get();
    return book.read(() => readReviewFigures(book.db, accountId, period, ports.clock.now()));
  };
  return {
    figures: read,
    deck: (request, { signal }) => {
      const figures = read(request);
      signal.throwIfAborted();
      return deps.makeDeck(figures, request.language, request.format);
    },
    ...createReadHandlers(deps),
    ...createRecordHandlers(deps),
    ...createSectionHandlers(deps),
    ...createItemHandlers(deps),
    ...createTemplateHandlers(deps),
  };
}
