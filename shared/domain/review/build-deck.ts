import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';
import { buildCover } from './build-cover.ts';
import { buildInteractionsPage } from './build-interactions-page.ts';
import { buildNextStepsPage } from './build-next-steps-page.ts';
import { buildProductsPage } from './build-products-page.ts';
import { buildResultsPage } from './build-results-page.ts';
import type { Deck } from '#shared/domain/document/model.ts';
import { presented } from '#shared/domain/document/presented.ts';
import { deckVoice, type Words } from './deck-voice.ts';
import type { ReviewFigures } from './model.ts';

/** Five pages out of a review's figures, as the customer may see them: title, results, products, interactions, next steps. */
export function buildDeck(figures: ReviewFigures, language: FormatLanguage, words: Words): Deck {
  const voice = deckVoice(figures, language, words);
  const pages = [buildResultsPage, buildProductsPage, buildInteractionsPage, buildNextStepsPage].map((build) => build(figures, voice));
  const { account, period, preparedBy } = figures;
  return presented({
    version: 1,
    language,
    title: words('deck.cover.documentTitle', { account: account.name, quarter: formatQuarter(period, language) }),
    account: account.name,
    author: preparedBy ?? '',
    pages: [buildCover(figures, voice, pages.map((page, at) => ({ page: at + 2, text: page.headline }))), ...pages],
  });
}
