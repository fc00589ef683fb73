import { buildDeck } from '#shared/domain/review/build-deck.ts';
import { deckFileName } from '#shared/domain/review/deck-file-name.ts';
import type { ReviewFigures, ReviewRequest } from '#shared/domain/review/model.ts';
import type { HostPorts } from '../ports/host-ports.ts';
import { wordsFor } from './words.ts';
import { writeDeck } from './write-deck.ts';

export type MakeDeck = (figures: ReviewFigures, language: ReviewRequest['language']) => Promise<File>;

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** How this program turns the figures of a review into a named PPTX file. */
export function createDeckMaker({ paths }: Pick<HostPorts, 'paths'>): MakeDeck {
  return async (figures, language) => {
    const deck = buildDeck(figures, language, wordsFor(paths.resourcesDir, language));
    const bytes = await writeDeck(deck);
    return new File([bytes], deckFileName(figures.account.name, figures.period), { type: PPTX });
  };
}
