/**
 * Hybrid logical clock packed into one safe integer: milliseconds × 1024 + counter.
 * Ordering stamps orders causes before effects even when the wall clock is set back.
 * Source: Kulkarni et al., "Logical Physical Clocks", 2014; the packing keeps within 2^53 until the year 2248.
 */
export type ClockStamp = number;

const TICKS = 1024;

export const stampMs = (stamp: ClockStamp): number => Math.floor(stamp / TICKS);

/** The next stamp after `last`, at `nowMs` or later; a full counter carries into the next millisecond. */
export function nextStamp(last: ClockStamp, nowMs: number): ClockStamp {
  return Math.max(last + 1, Math.floor(nowMs) * TICKS);
}

/** Over 24 h ahead of the wall clock: one of the two is wrong, and a person has to say which. */
export function isFarAhead(last: ClockStamp, nowMs: number): boolean {
  return stampMs(last) - nowMs > 24 * 3_600_000;
}
