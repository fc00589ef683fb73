import { CodedError } from '#shared/kernel/coded-error.ts';
import type { TaskFields } from '#shared/domain/task/model.ts';
import type { LogInteraction } from './model.ts';

/** All rows that logging one interaction makes. */
export interface LogPlan {
  interactionId: string;
  /** Each gets a position at the account. */
  newPeople: { personId: string; positionId: string; name: string; title: string | null }[];
  /** Those met, the new ones among them; each once. */
  personIds: string[];
  colleagueIds: string[];
  tasks: (TaskFields & { id: string })[];
}

function taskOf(step: TaskFields, row: number, id: string, realId: (personId: string) => string): LogPlan['tasks'][number] {
  if (step.colleagueId !== null && step.personId !== null) throw new CodedError('invalid-value', { where: { field: 'nextSteps.personId', row } });
  return { ...step, id, personId: step.personId === null ? null : realId(step.personId) };
}

/**
 * Decides what is written when an interaction is logged. People who are new are known in the form by a key, which may stand
 * wherever a person's id does.
 * @param newId gives a fresh id at each call
 * @throws CodedError `invalid-value` when a key is used twice, or a next step has two owners (`row` counts from 1)
 */
export function planLog(input: LogInteraction, newId: () => string): LogPlan {
  const interactionId = newId();
  const newPeople = input.newPeople.map(({ key, name, title }) => ({ key, personId: newId(), positionId: newId(), name, title: title === '' ? null : title }));
  const idOfKey = new Map(newPeople.map(({ key, personId }) => [key, personId]));
  if (idOfKey.size < newPeople.length) throw new CodedError('invalid-value', { where: { field: 'newPeople' } });
  const realId = (id: string): string => idOfKey.get(id) ?? id;
  return {
    interactionId,
    newPeople: newPeople.map(({ key: _key, ...person }) => person),
    personIds: [...new Set([...input.personIds.map(realId), ...idOfKey.values()])],
    colleagueIds: [...new Set(input.colleagueIds)],
    tasks: input.nextSteps.map((step, index) => taskOf(step, index + 1, newId(), realId)),
  };
}
