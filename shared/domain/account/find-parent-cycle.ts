import { cycleMembers } from '#shared/kernel/cycle-members.ts';

export interface ParentLink {
  id: string;
  parentId: string | null;
}

/** Ids of the accounts that are, over any number of steps, a division of themselves; empty when the tree is sound. */
export function findParentCycle(rows: readonly ParentLink[]): string[] {
  return cycleMembers(new Map(rows.flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId] as const]))));
}
