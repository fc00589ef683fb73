import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { reviewsContract } from '#shared/contract/reviews.ts';
import type { DocumentFormat } from '#shared/domain/document/format.ts';
import type { ReviewFigures, ReviewRequest } from '#shared/domain/review/model.ts';
import { readReviewFigures } from './repository.ts';

interface Deps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock'>;
  /** Writes the deck in a format; features know no document writer, the composition root gives it. */
  makeDeck(figures: ReviewFigures, language: ReviewRequest['language'], format: DocumentFormat): Promise<File>;
}

/** The figures of a business review, and the deck made of them. */
export function createReviewsHandlers({ current, ports, makeDeck }: Deps): HandlersOf<typeof reviewsContract> {
  const read = ({ accountId, period }: Omit<ReviewRequest, 'language'>): ReviewFigures => readReviewFigures(current.get(), accountId, period, ports.clock.now());
  return {
    figures: read,
    deck: (request, { signal }) => {
      const figures = read(request);
      signal.throwIfAborted();
      return makeDeck(figures, request.language, request.format);
    },
  };
}
