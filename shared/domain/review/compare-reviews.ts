import type { ReviewFacts } from './facts.ts';
import type { DaySpan } from './model.ts';
import { numbersOf } from './numbers-of.ts';
import type { ReviewNumber } from './rows.ts';

/** The numbers that two reviews are compared by; the customer sees them, so none that judges people. */
const COMPARED = ['orders.amount:current', 'orders.count:current', 'interactions.count', 'people.mapped', 'tasks.lateCount'] as const;

export interface ReviewDifference {
  numbers: { number: ReviewNumber; before: number | null }[];
  /** The days that the orders and interactions of the last review were counted over; null where its numbers were not kept. */
  window: DaySpan | null;
  /** Decisions and actions of the last review. */
  decisions: string[];
  actions: { text: string; owner: string | null; done: boolean }[];
  came: string[];
  gone: string[];
}

/** What changed since the last review was presented; null where there is none before this one. */
export function compareReviews(facts: ReviewFacts): ReviewDifference | null {
  const { last, people } = facts;
  if (!last) return null;
  const now = numbersOf(facts);
  const then = last.presented;
  const before = new Map(then?.numbers.map(({ id, value }) => [id, value]));
  return {
    window: then?.numbers.find(({ id }) => id === COMPARED[0])?.window ?? null,
    numbers: then === null ? [] : COMPARED.flatMap((id) => now.filter((number) => number.id === id).map((number) => ({ number, before: before.get(id) ?? null }))),
    decisions: last.items.filter(({ kind }) => kind === 'decision').map(({ text }) => text),
    actions: last.items.filter(({ kind }) => kind === 'action').map(({ text, task }) => ({ text, owner: task?.owner ?? null, done: task?.done ?? false })),
    came: then === null ? [] : people.filter((one) => !then.people.some(({ id }) => id === one.personId)).map(({ name }) => name),
    gone: then === null ? [] : then.people.filter(({ id }) => !people.some(({ personId }) => personId === id)).map(({ name }) => name),
  };
}
