import { useState, type ReactNode } from 'react';
import type { Drawing } from './drawing.tsx';
import { partsIn, partsOf, type Part } from './parts.tsx';

/** What a person does to what is drawn at that moment. */
export type Act = (parts: readonly Part[]) => void;

/**
 * A component as it stands after some acts, each done to what the one before has left.
 * State that changes while drawing is drawn anew, so what was typed or opened is kept from act to act; effects do not run.
 */
export function After({ draw, acts }: { draw: () => ReactNode; acts: readonly Act[] }): ReactNode {
  const [done, setDone] = useState(0);
  const node = draw();
  const act = acts[done];
  if (act) {
    setDone(done + 1);
    act(partsIn(node));
  }
  return node;
}

/** The elements of a component after some acts. */
export const partsAfter = (drawing: Drawing, draw: () => ReactNode, ...acts: Act[]): Part[] => partsOf(drawing, () => After({ draw, acts }));
