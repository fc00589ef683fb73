import { formatPercent } from '#shared/kernel/format-percent.ts';
import { changeOf } from './change-of.ts';
import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFigures } from './model.ts';

/** Below half a percent two amounts are called level: the difference would be noise. */
const LEVEL = 0.005;

function against(ratio: number, base: 'lastYear' | 'lastQuarter', { words, language }: DeckVoice): string {
  const direction = Math.abs(ratio) < LEVEL ? 'level' : ratio > 0 ? 'above' : 'below';
  return words(`deck.finding.results.${base}.${direction}`, { value: formatPercent(Math.abs(ratio), language) });
}

/** What the results say, in one sentence: revenue against last year and last quarter, as far as both can be compared. */
export function findResults(figures: ReviewFigures, voice: DeckVoice): string {
  const { current, lastQuarter, lastYear } = figures;
  const { words } = voice;
  const revenue = voice.money(current.amount);
  if (current.lines === 0) return words(lastYear.lines + lastQuarter.lines === 0 ? 'deck.finding.results.nothing' : 'deck.finding.results.none');
  const year = changeOf(current.amount, lastYear.amount);
  const quarter = changeOf(current.amount, lastQuarter.amount);
  if (year !== null && quarter !== null) {
    return words('deck.finding.results.both', { year: against(year, 'lastYear', voice), quarter: against(quarter, 'lastQuarter', voice) });
  }
  if (year !== null) return words('deck.finding.results.one', { change: against(year, 'lastYear', voice), revenue });
  if (quarter !== null) return words('deck.finding.results.one', { change: against(quarter, 'lastQuarter', voice), revenue });
  return words('deck.finding.results.first', { revenue });
}
