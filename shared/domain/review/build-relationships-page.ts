import type { ContentPage, DeckFigures } from '#shared/domain/document/model.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFacts } from './facts.ts';
import { columnsOf, cutRows, pageOf, quiet } from './page-parts.ts';
import { decidingRoleCount, missingRoles, peopleOf } from './people-groups.ts';
import type { ReviewPersonRow } from './rows.ts';

const ROOM = 8;

/** Those who decide first, then those whose attitude is known, each by name. */
const weight = (person: ReviewPersonRow): number => (person.roles.length > 0 ? 2 : 0) + (person.attitude === null ? 0 : 1);

function find({ people, figures }: ReviewFacts, { words }: DeckVoice): string {
  if (people.length === 0) return words('deck.relationships.none');
  const missing = missingRoles(people);
  if (missing.length > 0) return words('deck.relationships.missingRoles', { roles: missing.map((role) => words(`deck.deciding.${role}`)).join(words('deck.listSeparator')) });
  const silent = peopleOf(people, 'quiet', figures.today).length;
  return silent > 0 ? words('deck.relationships.quiet', { count: silent }) : words('deck.relationships.all');
}

/** Who decides, who is for us, who has been quiet: what we think of their people is no page for the customer. */
export function buildRelationshipsPage(facts: ReviewFacts, voice: DeckVoice): ContentPage {
  const { words } = voice;
  const { people, figures } = facts;
  const count = (group: Parameters<typeof peopleOf>[1]): number => peopleOf(people, group, figures.today).length;
  const figure = (group: Parameters<typeof peopleOf>[1], comparison: string | null, tone: DeckFigures['figures'][number]['tone']): DeckFigures['figures'][number] =>
    ({ label: words(group === 'quiet' ? 'deck.relationships.quietLabel' : `deck.relationships.${group}`), value: voice.count(count(group)), comparison, tone, ref: `people.${group}` });
  const found = decidingRoleCount - missingRoles(people).length;
  const { shown, more } = cutRows(people.toSorted((a, b) => weight(b) - weight(a)), ROOM, voice);
  return { ...pageOf({
    headline: find(facts, voice),
    explanation: words('deck.relationships.explanation', { date: voice.fullDate(figures.today) }),
    blocks: people.length === 0 ? [{ kind: 'notice', text: words('deck.relationships.empty') }] : [
      { kind: 'figures', figures: [
        figure('mapped', null, 'plain'),
        figure('deciding', words('deck.relationships.rolesFound', { found, all: decidingRoleCount }), found < decidingRoleCount ? 'risk' : 'good'),
        figure('favourable', words('deck.relationships.againstCount', { count: count('against') }), 'plain'),
        figure('quiet', words('deck.relationships.quietDays'), count('quiet') > 0 ? 'risk' : 'good'),
      ] },
      {
        kind: 'table', description: words('deck.relationships.table'), more,
        columns: columnsOf(voice, [['relationships.name', 0.28], ['relationships.role', 0.32], ['relationships.attitude', 0.2], ['relationships.last', 0.2]]),
        rows: shown.map((person) => [
          { text: person.name, tone: 'strong' },
          person.roles.length === 0 ? quiet(person.title ?? words('deck.relationships.noRole')) : { text: person.roles.map((role) => words(`deck.role.${role}`)).join(words('deck.listSeparator')) },
          person.attitude === null ? quiet(words('deck.relationships.unknown')) : { text: words(`deck.attitude.${person.attitude}`), tone: person.attitude < 0 ? 'risk' : person.attitude > 0 ? 'good' : 'plain' },
          person.lastOn === null ? quiet(words('deck.relationships.never')) : { text: voice.date(person.lastOn) },
        ]),
      },
    ],
    source: words('deck.source.people', { people: words('deck.count.people', { count: people.length }), date: voice.fullDate(figures.today) }),
  }), internal: true };
}
