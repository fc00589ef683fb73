import type { ContentPage, Deck } from '#shared/domain/document/model.ts';
import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import { isPresented } from '#shared/domain/document/presented.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';
import { buildActionsPage } from './build-actions-page.ts';
import { buildCover } from './build-cover.ts';
import { buildInteractionsPage } from './build-interactions-page.ts';
import { buildNextStepsPage } from './build-next-steps-page.ts';
import { buildProductsPage } from './build-products-page.ts';
import { buildRelationshipsPage } from './build-relationships-page.ts';
import { buildResultsPage } from './build-results-page.ts';
import { buildRisksPage } from './build-risks-page.ts';
import { buildSincePage } from './build-since-page.ts';
import { buildAgendaPage, buildSoughtPage, buildStrategyPage } from './build-word-pages.ts';
import { deckVoice, type DeckVoice, type Words } from './deck-voice.ts';
import type { ReviewFacts } from './facts.ts';
import type { SectionKind } from './record.ts';

type BuildPage = (facts: ReviewFacts, voice: DeckVoice) => ContentPage;

const PAGES: Record<SectionKind, BuildPage> = {
  agenda: buildAgendaPage,
  sought: buildSoughtPage,
  results: ({ figures }, voice) => buildResultsPage(figures, voice),
  products: ({ figures }, voice) => buildProductsPage(figures, voice),
  service: ({ figures }, voice) => buildInteractionsPage(figures, voice),
  relationships: buildRelationshipsPage,
  risks: buildRisksPage,
  strategy: buildStrategyPage,
  nextSteps: ({ figures }, voice) => buildNextStepsPage(figures, voice),
  since: buildSincePage,
  actions: buildActionsPage,
};

/** Whose findings the cover tells, as many as it has room for. */
const TOLD: readonly SectionKind[] = ['results', 'products', 'service', 'nextSteps'];

/** A cover and one page for each section that is not hidden, in their order; the cover counts pages as the customer sees them. */
export function buildRecordDeck(facts: ReviewFacts, language: FormatLanguage, words: Words): Deck {
  const voice = deckVoice(facts.figures, language, words);
  const pages = facts.sections.filter(({ hidden }) => !hidden).map(({ kind, commentary }): ContentPage => {
    const page = PAGES[kind](facts, voice);
    return {
      topic: words(`section.${kind}`), ...page, section: kind,
      // A notice comes first where there is nothing else; what is said to it may be all there is to say.
      ...(page.blocks[0]?.kind === 'notice' && commentary.trim() === '' && { open: true }),
      // The words of the strategy are its page already.
      ...(commentary.trim() === '' || kind === 'strategy' ? {} : { commentary: commentary.trim() }),
    };
  });
  const summary = pages.filter(isPresented).flatMap(({ section, headline }, at) => (TOLD.some((told) => told === section) ? [{ page: at + 2, text: headline }] : []));
  return {
    version: 1,
    language,
    title: words('deck.cover.documentTitle', { account: facts.head.accountName, quarter: formatQuarter(facts.head.period, language) }),
    account: facts.head.accountName,
    author: facts.figures.preparedBy ?? '',
    pages: [buildCover(facts.figures, voice, summary), ...pages],
  };
}
