import type { DocumentFormat } from '#shared/domain/document/format.ts';
import type { Look } from '#shared/domain/document/look.ts';
import type { Deck } from '#shared/domain/document/model.ts';
import { themeOf } from '#shared/domain/document/theme.ts';
import { buildDeck } from '#shared/domain/review/build-deck.ts';
import { deckFileName } from '#shared/domain/review/deck-file-name.ts';
import type { ReviewFigures, ReviewRequest } from '#shared/domain/review/model.ts';
import type { HostPorts } from '../ports/host-ports.ts';
import { wordsFor } from './words.ts';
import { writeDocument } from './write-document.ts';

export type MakeDeck = (figures: ReviewFigures, language: ReviewRequest['language'], format: DocumentFormat) => Promise<File>;

type Outlets = Pick<HostPorts, 'paths' | 'pdf'>;

/** How this program writes a deck as a named file of a format. @param look gives the company's look at that moment */
export function createDeckWriter({ pdf }: Pick<Outlets, 'pdf'>, look: () => Look) {
  return (deck: Deck, name: string, format: DocumentFormat): Promise<File> => writeDocument(deck, themeOf(look()), format, { name, pdf });
}

/** How this program turns the figures of a review into a named file. @param look gives the company's look at that moment */
export function createDeckMaker({ paths, pdf }: Outlets, look: () => Look): MakeDeck {
  const write = createDeckWriter({ pdf }, look);
  return async (figures, language, format) => {
    const deck = buildDeck(figures, language, wordsFor(paths.resourcesDir, language));
    return write(deck, deckFileName(figures.account.name, figures.period, format), format);
  };
}
