import type { ReviewFigures } from './model.ts';
import type { Participants, ReviewHead, ReviewItem, SectionState } from './record.ts';
import type { ReviewNumber, ReviewPersonRow } from './rows.ts';

/** What the review before this one left behind. */
export interface LastReview {
  head: ReviewHead;
  items: ReviewItem[];
  /** As presented; null where it never was. */
  presented: { numbers: Pick<ReviewNumber, 'id' | 'measure' | 'value' | 'window'>[]; people: { id: string; name: string }[] } | null;
}

/** Everything that the pages of a review are made of, read at one moment. */
export interface ReviewFacts {
  head: ReviewHead;
  /** In their order. */
  sections: SectionState[];
  items: ReviewItem[];
  participants: Participants;
  figures: ReviewFigures;
  /** All people of the account by name. */
  people: ReviewPersonRow[];
  last: LastReview | null;
}
