import type { IsoDate } from '#shared/kernel/dates.ts';
import { formatDate } from '#shared/kernel/format-date.ts';
import type { FormatLanguage } from '#shared/kernel/format-number.ts';
import type { Reminder } from './model.ts';

/** The words of `reminders.json` in one language. */
export interface ReminderWords {
  language: FormatLanguage;
  /** Days of its year are said without the year. */
  today: IsoDate;
  words: (key: string, params?: Record<string, string | number>) => string;
}

/** What a reminder says in one line. */
export function sayReminder({ say, day, params }: Pick<Reminder, 'say' | 'day' | 'params'>, { words, language, today }: ReminderWords): string {
  const { name, account, title = '', days = 0, years } = params;
  const which = years === null || years === undefined || years === 0 ? say : `${say}Years`;
  return words(`say.${which}`, { name, account, title, count: days, years: years ?? 0, day: formatDate(day, language, today) });
}
