import type { IsoDate } from './dates.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

function wallMs(atMs: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(atMs)) part[type] = Number(value);
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second']);
}

/** The calendar date that a clock on the wall of `timeZone` shows at an instant (ms UTC). */
export function dateInZone(atMs: number, timeZone: string): IsoDate {
  return new Date(wallMs(atMs, timeZone)).toISOString().slice(0, 10);
}

/** `HH:MM` on the wall of `timeZone` at an instant (ms UTC). */
export function timeInZone(atMs: number, timeZone: string): string {
  return new Date(wallMs(atMs, timeZone)).toISOString().slice(11, 16);
}

/**
 * The instant (ms UTC) at which a wall in `timeZone` shows `date` and `time` (`HH:MM` or `HH:MM:SS`).
 * A time skipped by daylight saving moves past the gap; of a repeated one the first is taken.
 */
export function instantInZone(date: IsoDate, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const before = wall - (wallMs(wall - 86_400_000, timeZone) - (wall - 86_400_000));
  const after = wall - (wallMs(wall + 86_400_000, timeZone) - (wall + 86_400_000));
  for (const candidate of [Math.min(before, after), Math.max(before, after)]) {
    if (wallMs(candidate, timeZone) === wall) return candidate;
  }
  return before;
}
