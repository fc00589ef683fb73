import { cycleMembers } from '#shared/kernel/cycle-members.ts';

export interface Link {
  id: string;
  /** The parent, or whom a position reports to. */
  upId: string | null;
}

/**
 * What the record that stays may hang from, once everything that hung from the merged one hangs from it: the first of
 * the candidates that closes no circle, else nothing.
 * @param links of all records beside which a circle could close, the two merged ones included
 */
export function soundLink(links: readonly Link[], stays: string, merged: string, candidates: readonly (string | null)[]): string | null {
  const after = new Map<string, string>();
  for (const { id, upId } of links) {
    if (id !== stays && id !== merged && upId !== null) after.set(id, upId === merged ? stays : upId);
  }
  return candidates.find((up) => up !== null && up !== stays && up !== merged && !cycleMembers(new Map([...after, [stays, up]])).includes(stays)) ?? null;
}
