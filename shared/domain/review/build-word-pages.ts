import type { ContentPage } from '#shared/domain/document/model.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFacts } from './facts.ts';
import { listOf, pageOf, textsOf } from './page-parts.ts';

/** What is talked about, and who is there. */
export function buildAgendaPage(facts: ReviewFacts, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const { head, participants } = facts;
  const points = textsOf(facts, 'agenda');
  const theirs = participants.people.map(({ name, title }) => [name, title].filter((part) => part !== null && part !== '').join(words('deck.listSeparator')));
  const ours = participants.colleagues.map(({ name }) => name);
  return pageOf({
    headline: points.length === 0 ? words('deck.agenda.none') : words('deck.agenda.finding', { count: points.length, people: words('deck.agenda.heads', { count: theirs.length + ours.length }) }),
    explanation: [voice.fullDate(head.heldOn), head.place].filter((part) => part !== null && part !== '').join(words('deck.listSeparator')),
    blocks: [
      points.length === 0 ? { kind: 'notice', text: words('deck.agenda.missing') } : listOf(points, words('deck.agenda.points')),
      { kind: 'text', heading: words('deck.agenda.people'), list: true, paragraphs: [...theirs, ...ours.map((name) => words('deck.agenda.ours', { name }))] },
    ],
    source: words('deck.source.review', { date: voice.fullDate(facts.figures.today) }),
  });
}

/** What the customer is asked to decide. */
export function buildSoughtPage(facts: ReviewFacts, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const sought = textsOf(facts, 'sought');
  return pageOf({
    headline: sought.length === 0 ? words('deck.sought.none') : words('deck.sought.finding', { count: sought.length }),
    explanation: words('deck.sought.explanation', { date: voice.fullDate(facts.head.heldOn) }),
    blocks: sought.length === 0 ? [{ kind: 'notice', text: words('deck.sought.missing') }] : [listOf(sought)],
    source: words('deck.source.review', { date: voice.fullDate(facts.figures.today) }),
  });
}

/** What the customer is after, in the manager's own words: the first line is the finding. */
export function buildStrategyPage(facts: ReviewFacts, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const said = (facts.sections.find(({ kind }) => kind === 'strategy')?.commentary ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const [first, ...rest] = said;
  return pageOf({
    headline: first ?? words('deck.strategy.none'),
    explanation: words('deck.strategy.explanation', { account: facts.head.accountName }),
    blocks: first === undefined ? [{ kind: 'notice', text: words('deck.strategy.missing') }] : rest.length > 0 ? [listOf(rest)] : [],
    source: words('deck.source.review', { date: voice.fullDate(facts.figures.today) }),
  });
}
