import type { Criteria, Rule } from '#shared/domain/criteria/model.ts';

/** How the conditions of a group go together. */
export const groupModes = ['all', 'any', 'none', 'notAll'] as const;
export type GroupMode = (typeof groupModes)[number];

/** Groups inside each other that can be made here; the list itself is the first. */
export const DEEPEST_GROUP = 3;

export function groupMode({ combinator, not }: Criteria): GroupMode {
  if (combinator === 'and') return not ? 'notAll' : 'all';
  return not ? 'none' : 'any';
}

export function withMode({ rules }: Criteria, mode: GroupMode): Criteria {
  const combinator = mode === 'all' || mode === 'notAll' ? 'and' : 'or';
  return mode === 'none' || mode === 'notAll' ? { combinator, not: true, rules } : { combinator, rules };
}

/** Puts something else in a place of a group, or nothing. A group that loses its last condition goes too. */
export function withPart(group: Criteria, at: number, part: Rule | Criteria | null): Criteria {
  const gone = part === null || ('rules' in part && part.rules.length === 0);
  return { ...group, rules: group.rules.toSpliced(at, 1, ...(gone ? [] : [part])) };
}

/** Begins a group with one condition, joined the other way than the group around it. */
export const startGroup = (around: Criteria, rule: Rule): Criteria => ({ combinator: around.combinator === 'and' ? 'or' : 'and', rules: [rule] });
