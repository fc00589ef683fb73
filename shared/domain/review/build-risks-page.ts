import type { ContentPage } from '#shared/domain/document/model.ts';
import type { DeckCell } from '#shared/domain/document/table.ts';
import { daysBetween } from '#shared/kernel/dates.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFacts } from './facts.ts';
import { columnsOf, pageOf, textsOf } from './page-parts.ts';

const ROOM = 9;

/** What went wrong or may: the named points first, then late steps. The customer sees it: who has gone quiet is for the check list alone. */
export function buildRisksPage(facts: ReviewFacts, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const { figures } = facts;
  const named = textsOf(facts, 'risk');
  const late = figures.nextSteps.filter((step) => step.late);
  const since = (day: string | null): DeckCell => (day === null ? { text: words('deck.relationships.never'), tone: 'risk' } : { text: words('deck.risks.days', { count: daysBetween(day, figures.today) }), tone: 'risk' });
  const rows: DeckCell[][] = [
    ...named.map((text): DeckCell[] => [{ text: words('deck.risks.named') }, { text, tone: 'strong' }, { text: '' }]),
    ...late.map((step): DeckCell[] => [{ text: words('deck.risks.late') }, { text: step.title, tone: 'strong' }, since(step.dueOn)]),
  ];
  const total = named.length + figures.lateCount;
  const shown = rows.slice(0, ROOM);
  // Late steps are counted beyond those that were read.
  const more = total > shown.length ? words('deck.more', { count: total - shown.length }) : null;
  return pageOf({
    headline: total === 0 ? words('deck.risks.none') : words('deck.risks.finding', { count: total }),
    explanation: words('deck.risks.explanation', { date: voice.fullDate(figures.today) }),
    blocks: rows.length === 0 ? [{ kind: 'notice', text: words('deck.risks.missing') }] : [
      { kind: 'table', description: words('deck.risks.table'), more, columns: columnsOf(voice, [['risks.kind', 0.2], ['risks.what', 0.6], ['risks.since', 0.2]]), rows: shown },
    ],
    source: words('deck.source.risks', { date: voice.fullDate(figures.today) }),
  });
}
