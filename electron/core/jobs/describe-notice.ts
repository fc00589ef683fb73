import type { Notice } from '#shared/domain/reminder/deliver.ts';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import { formatDate } from '#shared/kernel/format-date.ts';
import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import { dateInZone, timeInZone } from '#shared/kernel/zoned-time.ts';
import type { HostNotice } from '../ports/host-ports.ts';

/** The words of `reminders.json` in the program's language. */
export interface ReminderVoice {
  language: FormatLanguage;
  words: (key: string, params?: Record<string, string | number>) => string;
  timeZone: string;
}

/** So many of a digest's reminders are named. */
const NAMED = 3;

/** What a reminder says in one line. */
function titleOf({ say, day, params }: Reminder, { words, language }: ReminderVoice): string {
  const { name, account, title = '', days = 0, years } = params;
  const which = years === null || years === undefined || years === 0 ? say : `${say}Years`;
  return words(`say.${which}`, { name, account, title, count: days, years: years ?? 0, day: formatDate(day, language) });
}

/** A notification's words. Those missed say when they were due. */
export function describeNotice({ key, tellings, missed }: Notice, voice: ReminderVoice): HostNotice {
  const { words, language, timeZone } = voice;
  const [first] = tellings;
  if (tellings.length === 1 && first) {
    const { reminder } = first;
    const due = missed ? [words('notice.wasDue', { day: formatDate(dateInZone(first.at, timeZone), language), time: timeInZone(first.at, timeZone) })] : [];
    const about = reminder.params.account === reminder.params.name ? [] : [reminder.params.account];
    return { key, title: titleOf(reminder, voice), body: [...about, ...due].join(' · '), accountId: reminder.accountId, actions: { done: words('done'), snooze: words('snooze') } };
  }
  const named = tellings.slice(0, NAMED).map(({ reminder }) => titleOf(reminder, voice));
  const more = tellings.length > NAMED ? [words('notice.more', { count: tellings.length - NAMED })] : [];
  return { key, title: words(missed ? 'notice.missed' : 'notice.many', { count: tellings.length }), body: [...named, ...more].join('\n'), accountId: null, actions: null };
}
