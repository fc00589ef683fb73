import { daysBetween, type IsoDate } from '#shared/kernel/dates.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';

/** A key account is at risk after so many days without an interaction, unless the account says otherwise. */
export const QUIET_DAYS = 30;

/** An account or a person that should hear from us every `limit` days. */
export interface Touched {
  /** The last interaction, ms UTC; null: none yet. */
  lastAt: number | null;
  /** ms UTC; from then on the days count while there is no interaction. */
  createdAt: number;
  limit: number;
}

/** @returns days of silence where they have reached the limit, else null */
export function silentDays({ lastAt, createdAt, limit }: Touched, today: IsoDate, timeZone: string): number | null {
  const days = daysBetween(dateInZone(lastAt ?? createdAt, timeZone), today);
  return limit > 0 && days >= limit ? days : null;
}
