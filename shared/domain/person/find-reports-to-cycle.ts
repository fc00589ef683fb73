import { cycleMembers } from '#shared/kernel/cycle-members.ts';

export interface ReportsToLink {
  id: string;
  reportsToId: string | null;
}

/** Ids of the positions that, over any number of steps, report to themselves; empty when the org chart is sound. */
export function findReportsToCycle(rows: readonly ReportsToLink[]): string[] {
  return cycleMembers(new Map(rows.flatMap(({ id, reportsToId }) => (reportsToId === null ? [] : [[id, reportsToId] as const]))));
}
