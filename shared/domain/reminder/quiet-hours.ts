import { addDays } from '#shared/kernel/dates.ts';
import { dateInZone, instantInZone, timeInZone } from '#shared/kernel/zoned-time.ts';
import type { ReminderSettings } from './model.ts';

/**
 * When the quiet hours end in which an instant lies, ms UTC.
 * @returns the instant itself outside of them
 */
export function afterQuietHours(at: number, quietHours: ReminderSettings['quietHours'], timeZone: string): number {
  if (!quietHours || quietHours.from === quietHours.to) return at;
  const { from, to } = quietHours;
  const time = timeInZone(at, timeZone);
  const overnight = from > to;
  const quiet = overnight ? time >= from || time < to : time >= from && time < to;
  if (!quiet) return at;
  const today = dateInZone(at, timeZone);
  const end = instantInZone(overnight && time >= from ? addDays(today, 1) : today, to, timeZone);
  // An hour that comes twice has a second half after its end.
  return Math.max(end, at);
}
