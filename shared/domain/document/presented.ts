import type { Deck } from './model.ts';

/** A document as others may see it: without the pages that are for us only. */
export function presented(deck: Deck): Deck {
  return { ...deck, pages: deck.pages.filter((page) => page.kind === 'cover' || page.internal !== true) };
}

/** Where a page stands, counted from 0, among those that others see; of a page that is for us only, where the next one does. */
export const placeWhenPresented = (deck: Deck, at: number): number => presented({ ...deck, pages: deck.pages.slice(0, at) }).pages.length;
