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

function askedWallMs(atMs: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(atMs)) part[type] = Number(value);
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second']);
}

/** Whether the platform knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

const DAY_MS = 86_400_000;
const KEPT_DAYS = 10_000;
const offsets = new Map<string, number | null>();

/** By how much the wall is ahead of UTC all through a day of UTC; null when clocks change in it. Asking the platform each time costs more than reading an account's file. */
function offsetOfDay(day: number, timeZone: string): number | null {
  const key = `${day} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const [begin, end] = [day * DAY_MS, (day + 1) * DAY_MS].map((ms) => askedWallMs(ms, timeZone) - ms);
  const offset = begin === end ? begin ?? null : null;
  if (offsets.size >= KEPT_DAYS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function wallMs(atMs: number, timeZone: string): number {
  const offset = offsetOfDay(Math.floor(atMs / DAY_MS), timeZone);
  if (offset === null) return askedWallMs(atMs, timeZone);
  return Math.floor(atMs / 1_000) * 1_000 + offset;
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
  const before = wall - (wallMs(wall - DAY_MS, timeZone) - (wall - DAY_MS));
  const after = wall - (wallMs(wall + DAY_MS, timeZone) - (wall + DAY_MS));
  for (const candidate of [Math.min(before, after), Math.max(before, after)]) {
    if (wallMs(candidate, timeZone) === wall) return candidate;
  }
  return before;
}
