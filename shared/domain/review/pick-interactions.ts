import type { ReviewFigures } from './model.ts';

type Interaction = ReviewFigures['interactions'][number];

/** At most `room` interactions, those with decisions before those without and newer before older; newest first. */
export function pickInteractions(interactions: Interaction[], room: number): Interaction[] {
  const weight = (interaction: Interaction): number => (interaction.decisions.trim() === '' ? 0 : 1);
  return interactions
    .toSorted((a, b) => weight(b) - weight(a) || b.at - a.at)
    .slice(0, room)
    .toSorted((a, b) => b.at - a.at);
}
