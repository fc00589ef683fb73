import { read, refuse, type ReadResult } from './read-result.ts';

const DAYS = /^(\d{1,4})(?:\.0+)?\s*(?:天|日|d|days?)?$/i;
const WEEKS = /^(\d{1,3})\s*(?:周|星期|w|weeks?)$/i;
const MONTHS = /^(\d{1,2})\s*(?:个月|月|months?)$/i;
const MAX_DAYS = 3650;

/** Reads an interval: `30`, `30 天`, `2 weeks`, `3 个月`. @returns whole days */
export function readDays(text: string): ReadResult<number> {
  const unified = text.normalize('NFKC').trim();
  const forms: [RegExp, number][] = [[DAYS, 1], [WEEKS, 7], [MONTHS, 30]];
  for (const [form, factor] of forms) {
    const match = form.exec(unified);
    const days = Number(match?.[1]) * factor;
    if (match) return days >= 1 && days <= MAX_DAYS ? read(days) : refuse('number-invalid');
  }
  return refuse('number-invalid');
}
