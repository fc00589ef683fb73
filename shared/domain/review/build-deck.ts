import { formatDateRange } from '#shared/kernel/format-date.ts';
import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';
import { buildInteractionsPage } from './build-interactions-page.ts';
import { buildNextStepsPage } from './build-next-steps-page.ts';
import { buildProductsPage } from './build-products-page.ts';
import { buildResultsPage } from './build-results-page.ts';
import type { Deck } from '#shared/domain/document/model.ts';
import { deckVoice, type Words } from './deck-voice.ts';
import type { ReviewFigures } from './model.ts';

/** Five pages out of a review's figures: title, results, products, interactions, next steps. */
export function buildDeck(figures: ReviewFigures, language: FormatLanguage, words: Words): Deck {
  const voice = deckVoice(figures, language, words);
  const { account, period, from, to, unfinished, today, preparedBy } = figures;
  const pages = [buildResultsPage, buildProductsPage, buildInteractionsPage, buildNextStepsPage].map((build) => build(figures, voice));
  const subtitle = words('deck.cover.subtitle', { quarter: formatQuarter(period, language) });
  const date = voice.fullDate(today);
  return {
    version: 1,
    language,
    title: words('deck.cover.documentTitle', { account: account.name, quarter: formatQuarter(period, language) }),
    account: account.name,
    author: preparedBy ?? '',
    pages: [
      {
        kind: 'cover',
        title: account.name,
        alias: account.alias,
        subtitle,
        period: words(unfinished ? 'deck.cover.running' : 'deck.cover.period', { period: formatDateRange(from, to, language) }),
        prepared: preparedBy === null ? words('deck.cover.preparedOn', { date }) : words('deck.cover.prepared', { name: preparedBy, date }),
        summary: pages.map((page, at) => ({ page: at + 2, text: page.headline })),
      },
      ...pages,
    ],
  };
}
