import type { ContentPage } from '#shared/domain/document/model.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFacts } from './facts.ts';
import { columnsOf, cutRows, listOf, pageOf, quiet, textsOf } from './page-parts.ts';

const ROOM = 9;

/** What was decided in the meeting, and who does what until when. */
export function buildActionsPage(facts: ReviewFacts, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const decisions = textsOf(facts, 'decision');
  const actions = facts.items.filter(({ kind }) => kind === 'action');
  const { shown, more } = cutRows(actions, ROOM, voice);
  const none = decisions.length + actions.length === 0;
  return pageOf({
    headline: none ? words('deck.actions.none') : words('deck.actions.finding', {
      decisions: words('deck.count.decisions', { count: decisions.length }), actions: words('deck.count.actions', { count: actions.length }),
    }),
    explanation: words('deck.actions.explanation', { date: voice.fullDate(facts.head.heldOn) }),
    blocks: none ? [{ kind: 'notice', text: words('deck.actions.missing') }] : [
      ...(decisions.length > 0 ? [listOf(decisions, words('deck.actions.decisions'))] : []),
      ...(actions.length > 0 ? [{
        kind: 'table' as const, description: words('deck.actions.table'), more,
        columns: columnsOf(voice, [['actions.action', 0.5], ['nextSteps.owner', 0.25], ['nextSteps.due', 0.25]]),
        rows: shown.map(({ text, task }) => [
          { text, tone: 'strong' as const }, task?.owner ? { text: task.owner } : quiet(words('deck.nextSteps.noOwner')), task?.dueOn ? { text: voice.date(task.dueOn) } : quiet(words('deck.nextSteps.undated')),
        ]),
      }] : []),
    ],
    source: words('deck.source.review', { date: voice.fullDate(facts.figures.today) }),
  });
}
