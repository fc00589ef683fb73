import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFigures } from './model.ts';

/** How many steps are open and how many of them late, in one sentence. */
export function findNextSteps(figures: ReviewFigures, { words }: DeckVoice): string {
  const { nextStepCount: total, lateCount: late } = figures;
  if (total === 0) return words('deck.finding.nextSteps.none');
  if (late === total) return words('deck.finding.nextSteps.allLate', { count: total });
  return late === 0 ? words('deck.finding.nextSteps.onTime', { count: total }) : words('deck.finding.nextSteps.late', { count: late, total });
}
