import type { ContentPage } from '#shared/domain/document/model.ts';
import type { DeckCell, DeckTable } from '#shared/domain/document/table.ts';
import { formatDateRange } from '#shared/kernel/format-date.ts';
import { NO_DATA } from '#shared/kernel/format-number.ts';
import { formatQuarter } from '#shared/kernel/format-quarter.ts';
import { compareReviews, type ReviewDifference } from './compare-reviews.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFacts } from './facts.ts';
import { listOf, pageOf, quiet } from './page-parts.ts';
import type { ReviewNumber } from './rows.ts';

const LINES = 9;

function numbersTable({ numbers }: ReviewDifference, voice: DeckVoice): DeckTable {
  const { words } = voice;
  const say = (value: number | null, { unit }: ReviewNumber): string => (value === null ? NO_DATA : unit === 'money' ? voice.money(value) : voice.count(value));
  const column = (key: string, share: number) => ({ title: words(`deck.since.${key}`), align: 'right' as const, share, lines: 1 });
  return {
    kind: 'table', description: words('deck.since.table'), more: null,
    columns: [{ title: words('deck.results.measure'), align: 'left', share: 0.46, lines: 1 }, column('then', 0.27), column('now', 0.27)],
    rows: numbers.map(({ number, before }): DeckCell[] => [
      { text: words(`deck.number.${number.measure.replace('.', '-')}`) }, quiet(say(before, number)), { text: say(number.value, number), tone: 'strong', ref: number.id },
    ]),
  };
}

/** What was decided and agreed last time and what became of it, and who came and went. */
function wordsOf({ decisions, actions, came, gone }: ReviewDifference, { words }: DeckVoice): string[] {
  return [
    ...decisions.map((text) => words('deck.since.decided', { text })),
    ...actions.map(({ text, owner, done }) => words(done ? 'deck.since.done' : 'deck.since.open', { text: owner === null ? text : words('deck.since.owned', { text, owner }) })),
    ...(came.length > 0 ? [words('deck.since.came', { names: came.join(words('deck.listSeparator')) })] : []),
    ...(gone.length > 0 ? [words('deck.since.gone', { names: gone.join(words('deck.listSeparator')) })] : []),
  ];
}

/** The difference to the last review. */
export function buildSincePage(facts: ReviewFacts, voice: DeckVoice): ContentPage {
  const { words, language } = voice;
  const source = words('deck.source.review', { date: voice.fullDate(facts.figures.today) });
  const difference = compareReviews(facts);
  if (!facts.last || !difference) {
    return pageOf({ headline: words('deck.since.first'), explanation: words('deck.since.topic'), blocks: [{ kind: 'notice', text: words('deck.since.missing') }], source });
  }
  const { actions, window } = difference;
  const done = actions.filter((action) => action.done).length;
  const found = actions.length === 0 ? 'noActions' : done === 0 ? 'noneDone' : done === actions.length ? 'allDone' : 'finding';
  const said = wordsOf(difference, voice);
  const shown = said.length > LINES ? [...said.slice(0, LINES - 1), words('deck.more', { count: said.length - LINES + 1 })] : said;
  return pageOf({
    headline: words(`deck.since.${found}`, { done, count: actions.length }),
    explanation: words('deck.since.explanation', { quarter: formatQuarter(facts.last.head.period, language), date: voice.fullDate(facts.last.head.heldOn) }),
    blocks: [
      ...(difference.numbers.length > 0 ? [numbersTable(difference, voice)] : []),
      ...(shown.length > 0 ? [listOf(shown)] : [{ kind: 'notice' as const, text: words('deck.since.nothing') }]),
    ],
    ...(difference.numbers.length === 0 && { internalNotes: [words('deck.since.unfrozen')] }),
    notes: window === null ? [] : [words('deck.since.days', { before: formatDateRange(window.from, window.to, language), now: formatDateRange(facts.figures.from, facts.figures.to, language) })],
    source,
  });
}
