/**
 * Relative change, 0.124 for 12.4% more.
 * @returns null where a ratio would mislead: nothing before, or less than nothing
 */
export function changeOf(now: number, before: number): number | null {
  return before > 0 ? now / before - 1 : null;
}
