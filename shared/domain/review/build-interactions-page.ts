import { formatDateRange } from '#shared/kernel/format-date.ts';
import { NO_DATA } from '#shared/kernel/format-number.ts';
import type { ContentPage } from '#shared/domain/document/model.ts';
import type { DeckCell } from '#shared/domain/document/table.ts';
import type { DeckVoice } from './deck-voice.ts';
import { findInteractions } from './find-interactions.ts';
import type { ReviewFigures } from './model.ts';
import { pickInteractions } from './pick-interactions.ts';

/** Rows of two lines that one page holds. */
const ROOM = 7;

const orNone = (text: string): DeckCell => (text.trim() === '' ? { text: NO_DATA, tone: 'quiet' } : { text });

/** The period's interactions with what was decided and who took part. */
export function buildInteractionsPage(figures: ReviewFigures, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const shown = pickInteractions(figures.interactions, ROOM);
  const rest = figures.interactionCount - shown.length;
  const column = (key: string, share: number, lines: number) => ({ title: words(`deck.interactions.${key}`), align: 'left' as const, share, lines });
  return {
    kind: 'content',
    headline: findInteractions(figures, voice),
    explanation: formatDateRange(figures.from, figures.to, voice.language),
    blocks: shown.length === 0
      ? [{ kind: 'notice', text: words('deck.interactions.missing') }]
      : [{
        kind: 'table',
        description: words('deck.interactions.table'),
        columns: [column('date', 0.1, 1), column('kind', 0.09, 1), column('summary', 0.29, 2), column('decisions', 0.31, 2), column('people', 0.21, 2)],
        rows: shown.map((interaction) => [
          { text: voice.date(interaction.date), tone: 'quiet' },
          { text: words(`deck.kind.${interaction.kind}`) },
          { text: interaction.summary, tone: 'strong' },
          orNone(interaction.decisions),
          orNone(interaction.people.join(words('deck.listSeparator'))),
        ]),
        more: rest > 0 ? words('deck.more', { count: rest }) : null,
      }],
    notes: [],
    source: words('deck.source.interactions', { interactions: words('deck.count.interactions', { count: figures.interactionCount }), date: voice.fullDate(figures.asOf) }),
  };
}
