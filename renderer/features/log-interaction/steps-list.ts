import type { IsoDate } from '#shared/kernel/dates.ts';
import type { DraftStep, StepOwner } from './log-draft.ts';
import { stepDue } from './view-model.ts';

/** The next free key: a row keeps its own while it is typed into and others come and go. */
function freeKey(steps: DraftStep[]): string {
  return String(1 + Math.max(0, ...steps.map((step) => Number(step.key))));
}

/** The rows with exactly one empty row at their end to type into. */
export function withEmptyRow(steps: DraftStep[], owner: StepOwner | null): DraftStep[] {
  return steps.at(-1)?.text === '' ? steps : [...steps, { key: freeKey(steps), text: '', owner, pickedDue: null }];
}

/** A row that is left: its date words go from the text into the date. */
export function settled(step: DraftStep, today: IsoDate): DraftStep {
  const { title, dueOn } = stepDue(step, today);
  return { ...step, text: title, pickedDue: dueOn };
}
