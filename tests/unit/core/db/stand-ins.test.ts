import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMerge } from '#core/db/merge-steps.ts';
import { standIns } from '#core/db/stand-ins.ts';
import { undoStep } from '#core/db/undo.ts';
import { mergePeople } from '#core/features/duplicates/merge-records.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const books: FeatureBook[] = [];
let t: FeatureBook;
const newBook = (): FeatureBook => {
  const made = featureBook();
  books.push(made);
  return made;
};
beforeEach(() => {
  t = newBook();
});
afterEach(() => {
  for (const made of books.splice(0)) made.dispose();
});

type Place = { id: string; account_id: string; title: string | null };
const placesOf = ({ book }: FeatureBook, personId: string): Place[] => book.db.prepare<[string], Place>('SELECT id, account_id, title FROM position WHERE person_id = ? ORDER BY id').all(personId);

/** A and B, each at one account, and C elsewhere: A is merged into C, then B, whose place is folded into A's. */
function folded(made: FeatureBook) {
  const people = made.fill((fill) => {
    const [at, home] = [fill.account('At'), fill.account('Home')];
    const { personId: a, positionId: place } = fill.person(at, 'A', { title: 'Buyer' });
    return { at, a, place, b: fill.person(at, 'B').personId, c: fill.person(home, 'C').personId };
  });
  const merge = (survivorId: string, mergedId: string): number => mergePeople(made.book, made.deps.ids, { survivorId, mergedId }, {});
  return { ...people, first: merge(people.c, people.a), second: merge(people.c, people.b) };
}

describe('a place that stands in', () => {
  it('is of the same account and says what the place said, and goes when that comes back', () => {
    const { a, at, place, first, second } = folded(t);
    undoStep(t.book, first);
    expect(placesOf(t, a)).toMatchObject([{ account_id: at, title: 'Buyer' }]);
    expect(placesOf(t, a)[0]?.id).not.toBe(place);
    undoStep(t.book, second);
    expect(placesOf(t, a)).toEqual([{ id: place, account_id: at, title: 'Buyer' }]);
  });

  it('has the same id at every try and on every device, in the form of all ids', () => {
    const ids = [t, newBook()].map((made) => {
      const { a, first } = folded(made);
      const { step: { no: undone } } = undoStep(made.book, first);
      const before = placesOf(made, a);
      undoStep(made.book, undone);
      expect(placesOf(made, a)).toEqual([]);
      undoStep(made.book, first);
      expect(placesOf(made, a)).toEqual(before);
      return before[0]?.id;
    });
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('of another person or place has another id', () => {
    const id = (names: string[]): string | undefined => {
      const made = newBook();
      made.fill((fill) => names.forEach((name) => fill.person(fill.account(name), name)));
      const { a, first } = folded(made);
      undoStep(made.book, first);
      return placesOf(made, a)[0]?.id;
    };
    expect(id(['One'])).not.toBe(id([]));
  });

  it('is not needed where no merge is undone, nor where the person has a place', () => {
    const { c, second } = folded(t);
    expect(standIns(t.book.db, new Map(), null)).toEqual([]);
    const merge = readMerge(t.book.db, second);
    expect(merge?.survivorId).toBe(c);
    expect(standIns(t.book.db, new Map(), merge && { ...merge, mergedId: c })).toEqual([]);
  });
});
