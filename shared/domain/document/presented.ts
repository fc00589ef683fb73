import type { ContentPage, Deck } from './model.ts';

const isInternal = ({ blocks, internalNotes }: ContentPage): boolean => internalNotes !== undefined || blocks.some((block) => block.kind === 'table' && block.rows.some(([first]) => first?.internal));

/** Whether a page that others see has rows or notes that are for us only. */
export const keepsBack = (page: Deck['pages'][number] | undefined): boolean => page?.kind === 'content' && page.internal !== true && isInternal(page);

function presentedPage(page: ContentPage): ContentPage {
  if (!isInternal(page)) return page;
  const { internalNotes: _, ...shown } = page;
  return { ...shown, blocks: page.blocks.map((block) => (block.kind === 'table' ? { ...block, rows: block.rows.filter(([first]) => first?.internal !== true) } : block)) };
}

/** A document as others may see it: without the pages, rows and notes that are for us only. */
export function presented(deck: Deck): Deck {
  return { ...deck, pages: deck.pages.filter((page) => page.kind === 'cover' || page.internal !== true).map((page) => (page.kind === 'cover' ? page : presentedPage(page))) };
}

/** Where a page stands, counted from 0, among those that others see; of a page that is for us only, where the next one does. */
export const placeWhenPresented = (deck: Deck, at: number): number => presented({ ...deck, pages: deck.pages.slice(0, at) }).pages.length;
