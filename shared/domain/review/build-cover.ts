import type { CoverPage } from '#shared/domain/document/model.ts';
import { formatDateRange } from '#shared/kernel/format-date.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFigures } from './model.ts';

/** The first page: whose review, of which days, by whom, and what the pages found. */
export function buildCover({ account, period, from, to, unfinished, today, preparedBy }: ReviewFigures, { words, language, fullDate }: DeckVoice, summary: CoverPage['summary']): CoverPage {
  const date = fullDate(today);
  return {
    kind: 'cover',
    title: account.name,
    alias: account.alias,
    subtitle: words('deck.cover.subtitle', { quarter: formatQuarter(period, language) }),
    period: words(unfinished ? 'deck.cover.running' : 'deck.cover.period', { period: formatDateRange(from, to, language) }),
    prepared: preparedBy === null ? words('deck.cover.preparedOn', { date }) : words('deck.cover.prepared', { name: preparedBy, date }),
    summary,
  };
}
