/** All in milliseconds. */
export interface RestartPace {
  /** How many restarts are made… */
  times: number;
  /** …within this time. */
  within: number;
  /** Wait before the first; it doubles with each further one. */
  firstWait: number;
}

export interface RestartLimit {
  /** @param now milliseconds since 1970; @returns how long to wait, or null when it has failed too often */
  next(now: number): number | null;
  /** Begins anew, after a person asked for it. */
  reset(): void;
}

/** Keeps what stops at once after each start from being started for ever. */
export function createRestartLimit(pace: RestartPace = { times: 5, within: 60_000, firstWait: 200 }): RestartLimit {
  let recent: number[] = [];
  return {
    next(now) {
      recent = recent.filter((time) => now - time < pace.within);
      if (recent.length >= pace.times) return null;
      recent.push(now);
      return pace.firstWait * 2 ** (recent.length - 1);
    },
    reset() {
      recent = [];
    },
  };
}
