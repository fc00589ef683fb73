import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { reviewsContract } from '#shared/contract/reviews.ts';
import type { ReviewHead, SectionKind, SectionState } from '#shared/domain/review/record.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { kindsOf, readSections } from './read-record.ts';
import type { ReviewsDeps } from './reviews-deps.ts';
import { stepParams, writableHead } from './step-params.ts';
import { commentSection, hideSection, insertSection, orderSections } from './write-record.ts';

type Writes = Pick<HandlersOf<typeof reviewsContract>, 'moveSection' | 'showSection' | 'comment'>;

/** The outline of a review: order, what is shown, what is said to it. */
export function createSectionHandlers({ current }: Pick<ReviewsDeps, 'current'>): Writes {
  function write(verb: string, id: string, work: (book: Book, sections: SectionState[], head: ReviewHead) => void): { stepNo: number } {
    const book = current.get();
    const { head, sections } = book.read(() => ({ head: writableHead(book.db, id), sections: readSections(book.db, id) }));
    const { stepNo } = book.write({ kind: 'user', verb, params: stepParams(head) }, () => work(book, sections, head));
    return { stepNo };
  }
  const known = (sections: SectionState[], kind: SectionKind): SectionState => found(sections.find((one) => one.kind === kind), 'kind');

  return {
    moveSection: ({ id, kind, place }) => write('review.moveSection', id, ({ db }, sections) => {
      known(sections, kind);
      orderSections(db, id, kindsOf(sections).filter((other) => other !== kind).toSpliced(place, 0, kind));
    }),
    showSection: ({ id, kind, shown }) => write(shown ? 'review.showSection' : 'review.hideSection', id, ({ db }, sections) => {
      if (shown && !sections.some((one) => one.kind === kind)) insertSection(db, id, kind, sections.length);
      else hideSection(db, id, known(sections, kind).kind, !shown);
    }),
    comment: ({ id, kind, text }) => write('review.comment', id, ({ db }, sections) => commentSection(db, id, known(sections, kind).kind, text.trim())),
  };
}
