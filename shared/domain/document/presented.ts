import type { ContentPage, Deck } from './model.ts';

const isInternal = ({ blocks, internalNotes }: ContentPage): boolean => internalNotes !== undefined || blocks.some((block) => block.kind === 'table' && block.rows.some(([first]) => first?.internal));

/** Whether others see the page, be it without some of its rows and notes. */
export const isPresented = (page: Deck['pages'][number]): boolean => page.kind === 'cover' || (page.internal !== true && page.open !== true);

/** Whether a page that others see has rows or notes that are for us only. */
export const keepsBack = (page: Deck['pages'][number] | undefined): boolean => page?.kind === 'content' && isPresented(page) && isInternal(page);

function presentedPage(page: ContentPage): ContentPage {
  if (!isInternal(page)) return page;
  const { internalNotes: _, ...shown } = page;
  return { ...shown, blocks: page.blocks.map((block) => (block.kind === 'table' ? { ...block, rows: block.rows.filter(([first]) => first?.internal !== true) } : block)) };
}

/** A document as others may see it: without the pages, rows and notes that are for us only, and pages with nothing on them. */
export function presented(deck: Deck): Deck {
  return { ...deck, pages: deck.pages.filter(isPresented).map((page) => (page.kind === 'cover' ? page : presentedPage(page))) };
}

/** Where a page stands, counted from 0, among those that others see; of a page that is for us only, where the next one does. */
export const placeWhenPresented = (deck: Deck, at: number): number => presented({ ...deck, pages: deck.pages.slice(0, at) }).pages.length;
