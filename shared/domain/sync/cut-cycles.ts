import { cycleMembers } from '#shared/kernel/cycle-members.ts';
import { isLater, type Place } from './row-state.ts';

/**
 * Each of two books may draw a line that only together close a circle. The line drawn last is taken out, in every book
 * the same one.
 * @param next row → the row above it
 * @param writerOf who drew the line of a row
 * @returns the rows whose line goes
 */
export function cutCycles(next: ReadonlyMap<string, string>, writerOf: (row: string) => Place): string[] {
  const cut: string[] = [];
  const seen = new Set<string>();
  for (const start of cycleMembers(next)) {
    if (seen.has(start)) continue;
    let last = start;
    for (let at = start; !seen.has(at); at = next.get(at) ?? at) {
      seen.add(at);
      const [here, best] = [writerOf(at), writerOf(last)];
      if (isLater(here, best) || (!isLater(best, here) && at > last)) last = at;
    }
    cut.push(last);
  }
  return cut;
}
