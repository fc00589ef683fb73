import type { Notice } from '#shared/domain/reminder/deliver.ts';
import { sayReminder, type ReminderWords } from '#shared/domain/reminder/say-reminder.ts';
import { formatDate } from '#shared/kernel/format-date.ts';
import { dateInZone, timeInZone } from '#shared/kernel/zoned-time.ts';
import type { HostNotice } from '../ports/host-ports.ts';

/** As a person hears them: times and days, `today` among them, are those of the book's time zone. */
export interface ReminderVoice extends ReminderWords {
  timeZone: string;
}

/** So many of a digest's reminders are named. */
const NAMED = 3;

/** A notification's words. Those missed say when they were due. */
export function describeNotice({ key, tellings, missed }: Notice, voice: ReminderVoice): HostNotice {
  const { words, language, timeZone, today } = voice;
  const [first] = tellings;
  if (tellings.length === 1 && first) {
    const { reminder } = first;
    const due = missed ? [words('notice.wasDue', { day: formatDate(dateInZone(first.at, timeZone), language, today), time: timeInZone(first.at, timeZone) })] : [];
    const { account, name } = reminder.params;
    const about = account === '' || account === name ? [] : [account];
    return { key, title: sayReminder(reminder, voice), body: [...about, ...due].join(' · '), accountId: reminder.accountId, actions: { done: words('done'), snooze: words('snooze') } };
  }
  const named = tellings.slice(0, NAMED).map(({ reminder }) => sayReminder(reminder, voice));
  const more = tellings.length > NAMED ? [words('notice.more', { count: tellings.length - NAMED })] : [];
  return { key, title: words(missed ? 'notice.missed' : 'notice.many', { count: tellings.length }), body: [...named, ...more].join('\n'), accountId: null, actions: null };
}
