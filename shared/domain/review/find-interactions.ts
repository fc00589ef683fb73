import type { DeckVoice } from './deck-voice.ts';
import type { ReviewFigures } from './model.ts';

/** How much contact there was and what it decided, in one sentence. */
export function findInteractions(figures: ReviewFigures, { words }: DeckVoice): string {
  const { interactionCount, decisionCount, peopleCount } = figures;
  if (interactionCount === 0) return words('deck.finding.interactions.none');
  const params = {
    interactions: words('deck.count.interactions', { count: interactionCount }),
    people: words('deck.count.people', { count: peopleCount }),
  };
  if (decisionCount === 0) return words('deck.finding.interactions.undecided', params);
  return words('deck.finding.interactions.decided', { ...params, decided: decisionCount, count: interactionCount });
}
