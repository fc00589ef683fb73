import type { IsoDate } from '#shared/kernel/dates.ts';
import { findDates, type Lean } from './date-words.ts';
import { toHalfWidth } from './number-words.ts';
import { findDuration, findTime } from './time-words.ts';

/** What typed words say; each part is null where nothing was said of it. */
export interface When {
  date: IsoDate | null;
  /** `HH:MM` on the wall of the book's time zone. */
  time: string | null;
  durationMinutes: number | null;
}

export interface DueSplit {
  /** The text without its date words. */
  title: string;
  dueOn: IsoDate | null;
  /** Where the date words lie in the text as typed. */
  span: { from: number; to: number } | null;
}

const FILLER = /^(?:[\s,;、。.]|\b(?:at|on|for|from|the|about|around)\b|从|于|共|约|大约|时长|持续|开始)*$/;

const blank = (text: string, from: number, to: number): string => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);

/**
 * Reads typed words such as `下周二`, `今天 10:00，45 分钟`, `tomorrow 3pm` or `Fri 10-11:30`, in either language.
 * A weekday or day without a week, month or year is the latest such day for `past` and the coming one for `future`.
 * @param now date and time on the wall of the book's time zone
 * @returns null when the text holds anything that is no date, time or length
 */
export function parseWhen(text: string, now: { date: IsoDate; time: string }, lean: Lean = 'past'): When | null {
  let rest = toHalfWidth(text);
  const when: When = { date: null, time: null, durationMinutes: null };
  const justNow = /\b(?:just )?now\b|刚才|刚刚|现在/.exec(rest);
  if (justNow) {
    rest = blank(rest, justNow.index, justNow.index + justNow[0].length);
    Object.assign(when, { date: now.date, time: now.time });
  }
  const dates = findDates(rest, now.date, lean);
  if (dates.length > 1) return null;
  for (const { date, from, to } of dates) {
    rest = blank(rest, from, to);
    when.date = date;
  }
  // Before the time: 1 小时 and 30 分 hold figures that a clock reading would take.
  const duration = findDuration(rest);
  if (duration) {
    rest = blank(rest, duration.from, duration.to);
    when.durationMinutes = duration.minutes;
  }
  const time = findTime(rest);
  if (time) {
    rest = blank(rest, time.from, time.to);
    when.time = time.time;
    when.durationMinutes ??= time.durationMinutes;
  }
  const said = when.date !== null || when.time !== null || when.durationMinutes !== null;
  return said && FILLER.test(rest) ? when : null;
}

/**
 * Takes the date words off the end or the start of a next step: `回访苏敏 下周二`, `明天发报价`, `Send quote by Fri`.
 * Words in the middle belong to the sentence, and words that often mean something else count at the end only.
 */
export function splitDue(text: string, today: IsoDate): DueSplit {
  const plain = toHalfWidth(text);
  for (const { date, from, to, firm } of findDates(plain, today, 'future').toReversed()) {
    const atEnd = /^[\s.,。前]*$/.test(plain.slice(to));
    const atStart = plain.slice(0, from).trim() === '' && firm;
    if (!atEnd && !atStart) continue;
    const kept = atEnd ? text.slice(0, from).replace(/[\s,，:：]*(?:\b(?:by|on|before|due|until)|截止|最迟|于|在)?[\s,，:：]*$/i, '') : text.slice(to).replace(/^[\s,，:：]+/, '');
    if (kept.trim() === '') continue;
    return { title: kept.trim(), dueOn: date, span: { from, to } };
  }
  return { title: text.trim(), dueOn: null, span: null };
}
