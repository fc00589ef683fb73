import type { ReviewFacts } from '#shared/domain/review/facts.ts';
import { sectionKinds, type ReviewItem } from '#shared/domain/review/record.ts';
import type { ReviewPersonRow } from '#shared/domain/review/rows.ts';
import { reviewFigures } from './review-figures.ts';

export const reviewItem = (kind: ReviewItem['kind'], text: string, task: Partial<NonNullable<ReviewItem['task']>> | null = null): ReviewItem =>
  ({ id: `${kind} ${text}`, kind, text, task: task && { id: 't', dueOn: null, colleagueId: null, personId: null, owner: null, done: false, ...task } });

export const reviewPerson = (name: string, change: Partial<ReviewPersonRow> = {}): ReviewPersonRow => ({ personId: name, name, title: null, roles: [], attitude: null, lastOn: null, ...change });

/** A review in ten days of a running quarter; a test overrides what it is about. */
export function reviewFacts(change: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    head: {
      id: 'r', accountId: 'a', accountName: '恒岳重工集团', period: { year: 2026, quarter: 4 }, heldOn: '2026-12-03', place: null, language: 'en', rating: null, ratingNote: null, frozenAt: null, template: null,
    },
    sections: sectionKinds.map((kind) => ({ kind, hidden: false, commentary: '' })),
    items: [],
    participants: { people: [], colleagues: [] },
    figures: reviewFigures(),
    people: [],
    last: null,
    ...change,
  };
}
