import { EARLIEST_INSTANT, LATEST_INSTANT } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import type { ImportChoices } from './choices.ts';
import { readDate } from './read-date.ts';
import { read, refuse, type ReadResult } from './read-result.ts';

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2})$/;
const TIME_OF_DAY = /[T\s](\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(?:([AaPp])[Mm])?$/;

/** A day without a time is taken at noon, which every zone and every clock change has. */
function timeOf(text: string): string | null {
  const [, hour, minute, second = '00', half] = TIME_OF_DAY.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return '12:00:00';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hours > 23 || Number(minute) > 59 || Number(second) > 59 ? null : `${String(hours).padStart(2, '0')}:${minute}:${second}`;
}

/**
 * Reads a moment, ms UTC.
 * @param timeZone IANA name of the zone in which a time without one was on the wall
 */
export function readInstant(text: string, timeZone: string, order: ImportChoices['dateOrder'] = null): ReadResult<number> {
  const unified = text.normalize('NFKC').trim();
  const date = readDate(unified, timeZone, order);
  if (!date.ok) return date;
  const time = timeOf(unified);
  const at = WITH_OFFSET.test(unified) ? Date.parse(unified.replace(' ', 'T').replace(' ', '')) : time === null ? NaN : instantInZone(date.value, time, timeZone);
  return at >= EARLIEST_INSTANT && at <= LATEST_INSTANT ? read(at) : refuse('date-invalid');
}
