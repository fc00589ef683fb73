import type { Deck } from '#shared/domain/document/model.ts';
import { buildDeck } from '#shared/domain/review/build-deck.ts';
import { deckFileName } from '#shared/domain/review/deck-file-name.ts';
import type { ReviewFigures, ReviewRequest } from '#shared/domain/review/model.ts';
import type { HostPorts } from '../ports/host-ports.ts';
import { wordsFor } from './words.ts';
import { writeDeck } from './write-deck.ts';

export type MakeDeck = (figures: ReviewFigures, language: ReviewRequest['language']) => Promise<File>;

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** A deck as a named PPTX file. */
export async function deckFile(deck: Deck, name: string): Promise<File> {
  return new File([await writeDeck(deck)], name, { type: PPTX });
}

/** How this program turns the figures of a review into a named PPTX file. */
export function createDeckMaker({ paths }: Pick<HostPorts, 'paths'>): MakeDeck {
  return async (figures, language) => {
    const deck = buildDeck(figures, language, wordsFor(paths.resourcesDir, language));
    return deckFile(deck, deckFileName(figures.account.name, figures.period));
  };
}
