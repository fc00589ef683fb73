import { daysBetween } from '#shared/kernel/dates.ts';
import type { ContentPage } from '#shared/domain/document/model.ts';
import type { DeckCell } from '#shared/domain/document/table.ts';
import type { DeckVoice } from './deck-voice.ts';
import { findNextSteps } from './find-next-steps.ts';
import type { ReviewFigures } from './model.ts';

/** Rows that one page holds. */
const ROOM = 9;

/** What is open now, who owns it and until when; late steps first and marked in words. */
export function buildNextStepsPage(figures: ReviewFigures, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const shown = figures.nextSteps.slice(0, ROOM);
  const rest = figures.nextStepCount - shown.length;
  const column = (key: string, share: number, lines: number) => ({ title: words(`deck.nextSteps.${key}`), align: 'left' as const, share, lines });
  const state = (step: ReviewFigures['nextSteps'][number]): DeckCell => {
    if (step.late && step.dueOn) return { text: words('deck.nextSteps.lateBy', { count: daysBetween(step.dueOn, figures.today) }), tone: 'risk' };
    return step.dueOn ? { text: words('deck.nextSteps.open') } : { text: words('deck.nextSteps.undated'), tone: 'quiet' };
  };
  return {
    kind: 'content',
    headline: findNextSteps(figures, voice),
    explanation: words('deck.nextSteps.explanation', { date: voice.fullDate(figures.today) }),
    blocks: shown.length === 0
      ? [{ kind: 'notice', text: words('deck.nextSteps.missing') }]
      : [{
        kind: 'table',
        description: words('deck.nextSteps.table'),
        columns: [column('title', 0.5, 1), column('owner', 0.2, 1), column('due', 0.13, 1), column('state', 0.17, 1)],
        rows: shown.map((step) => [
          { text: step.title, tone: 'strong' },
          step.owner === null ? { text: words('deck.nextSteps.noOwner'), tone: 'quiet' } : { text: step.owner },
          { text: voice.date(step.dueOn), tone: step.dueOn === null ? 'quiet' : 'plain' },
          state(step),
        ]),
        more: rest > 0 ? words('deck.more', { count: rest }) : null,
      }],
    notes: [],
    source: words('deck.source.nextSteps', { steps: words('deck.count.steps', { count: figures.nextStepCount }), date: voice.fullDate(figures.today) }),
  };
}
