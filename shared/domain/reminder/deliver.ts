import type { ReminderRules } from './facts.ts';
import type { Telling } from './plan-tellings.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { startOfDay } from './tell-from.ts';

/** One notification: a telling alone, or many folded into one, in order. */
export interface Notice {
  /** The same notice has the same key when it has to be shown again, so that it takes the place of the first. */
  key: string;
  tellings: Telling[];
  /** Whether what it tells came due while nobody could be told. */
  missed: boolean;
}

export interface Delivery {
  show: Notice[];
  /** When to look again, ms UTC; null when nothing else is planned. */
  nextAt: number | null;
  /** Up to when everything has been told once `show` is, ms UTC. */
  toldUpTo: number;
}

/** Told later than this, ms, something counts as missed: a computer that is merely slow is not asleep. */
export const MISSED_AFTER = 10 * 60_000;

/**
 * What to tell now. Holds, for any order of calls and any clock: a key that was told is not shown; of what is due, all is shown or waits
 * for the end of quiet hours; what waits is looked at again at their end.
 * @param tellings all from `tellFrom`, in order; those after `now` say when to look again
 * @param heardUpTo up to when everything was told, ms UTC: what should have been told before was not known yet, and is not missed within its day
 */
export function deliver(
  tellings: readonly Telling[], wasTold: (key: string) => boolean, now: number, rules: Pick<ReminderRules, 'settings' | 'timeZone'>, heardUpTo: number,
): Delivery {
  const { settings: { quietHours, digestFrom }, timeZone } = rules;
  const ripe = tellings.filter(({ at, key }) => at <= now && !wasTold(key));
  const next = tellings.find(({ at, key }) => at > now && !wasTold(key))?.at ?? null;
  const speakAt = afterQuietHours(now, quietHours, timeZone);
  const [first] = ripe;
  if (!first) return { show: [], nextAt: next === null ? null : afterQuietHours(next, quietHours, timeZone), toldUpTo: now };
  if (speakAt > now) return { show: [], nextAt: speakAt, toldUpTo: first.at };
  const today = startOfDay(now, timeZone);
  const isMissed = ({ at }: Telling): boolean => (at >= heardUpTo || at < today) && now - afterQuietHours(at, quietHours, timeZone) > MISSED_AFTER;
  const show = ripe.length >= digestFrom
    ? [{ key: `digest:${first.key}`, tellings: ripe, missed: ripe.some(isMissed) }]
    : ripe.map((telling) => ({ key: telling.key, tellings: [telling], missed: isMissed(telling) }));
  return { show, nextAt: next === null ? null : afterQuietHours(next, quietHours, timeZone), toldUpTo: now };
}
