/** Counts of tests, and the names of those that did not run. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: string[];
}

export const emptyTally = (): Tally => ({ passed: 0, failed: 0, skipped: [] });

export function addTallies(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: [...one.skipped, ...other.skipped] };
}
