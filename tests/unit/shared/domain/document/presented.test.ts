import { describe, expect, it } from 'vitest';
import type { ContentPage, CoverPage, Deck } from '#shared/domain/document/model.ts';
import type { DeckTable } from '#shared/domain/document/table.ts';
import { keepsBack, placeWhenPresented, presented } from '#shared/domain/document/presented.ts';

const cover: CoverPage = { kind: 'cover', title: 'T', alias: null, subtitle: '', period: '', prepared: '', summary: [] };
const page = (headline: string, internal = false): ContentPage => ({ kind: 'content', headline, explanation: '', blocks: [], notes: [], source: '', ...(internal ? { internal: true } : {}) });
const deck: Deck = { version: 1, language: 'en', title: 'T', account: 'A', author: '', pages: [cover, page('a'), page('ours', true), page('b')] };

describe('a document as others see it', () => {
  it('has all but the pages that are for us only, and the rest of it as it was', () => {
    expect(presented(deck)).toEqual({ ...deck, pages: [cover, page('a'), page('b')] });
    expect(deck.pages).toHaveLength(4);
  });

  it('lacks pages with nothing on them, which are not counted', () => {
    const half = { ...deck, pages: [cover, { ...page('empty'), open: true as const }, page('b')] };
    expect(presented(half).pages).toEqual([cover, page('b')]);
    expect([placeWhenPresented(half, 1), placeWhenPresented(half, 2)]).toEqual([1, 1]);
  });

  it('lacks the rows and notes that are for us only', () => {
    const table = (rows: DeckTable['rows']): DeckTable => ({ kind: 'table', description: '', columns: [], rows, more: null });
    const revenue = [{ text: 'Revenue' }, { text: '8' }];
    const mixed: ContentPage = { ...page('a'), blocks: [table([revenue, [{ text: 'Margin', internal: true }, { text: '3' }]])], notes: ['n'], internalNotes: ['ours'] };
    expect(presented({ ...deck, pages: [mixed] }).pages).toEqual([{ ...page('a'), blocks: [table([revenue])], notes: ['n'] }]);
    expect([mixed, page('a'), { ...mixed, internal: true as const }, cover, undefined].map(keepsBack)).toEqual([true, false, false, false, false]);
  });

  it('counts its pages without them', () => {
    expect([0, 1, 2, 3].map((at) => placeWhenPresented(deck, at))).toEqual([0, 1, 2, 2]);
  });
});
