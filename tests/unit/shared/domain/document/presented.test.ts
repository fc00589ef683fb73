import { describe, expect, it } from 'vitest';
import type { ContentPage, CoverPage, Deck } from '#shared/domain/document/model.ts';
import { placeWhenPresented, presented } from '#shared/domain/document/presented.ts';

const cover: CoverPage = { kind: 'cover', title: 'T', alias: null, subtitle: '', period: '', prepared: '', summary: [] };
const page = (headline: string, internal = false): ContentPage => ({ kind: 'content', headline, explanation: '', blocks: [], notes: [], source: '', ...(internal ? { internal: true } : {}) });
const deck: Deck = { version: 1, language: 'en', title: 'T', account: 'A', author: '', pages: [cover, page('a'), page('ours', true), page('b')] };

describe('a document as others see it', () => {
  it('has all but the pages that are for us only, and the rest of it as it was', () => {
    expect(presented(deck)).toEqual({ ...deck, pages: [cover, page('a'), page('b')] });
    expect(deck.pages).toHaveLength(4);
  });

  it('counts its pages without them', () => {
    expect([0, 1, 2, 3].map((at) => placeWhenPresented(deck, at))).toEqual([0, 1, 2, 2]);
  });
});
