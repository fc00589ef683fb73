import { describeNotice } from '#core/jobs/describe-notice.ts';
import { ReminderScheduler } from '#core/jobs/reminder-scheduler.ts';
import { readWorkCalendar } from '#core/db/work-calendar.ts';
import { CurrentBook } from '#core/db/current-book.ts';
import type { Book } from '#core/db/book.ts';
import { wordsFor } from '#core/documents/words.ts';
import type { HostNotice } from '#core/ports/host-ports.ts';
import { isWorkingDay } from '#shared/domain/calendar/work-calendar.ts';
import { resourcesDir, type TestClock } from './test-book.ts';

export type ShownNotice = ReturnType<typeof describeNotice>;

/** A computer with one book open that records what it is told. */
export interface ReminderDesk {
  scheduler: ReminderScheduler;
  shown: ShownNotice[];
  errors: unknown[];
  counts: number[];
  /** How often it was said that what was missed is another. */
  missed: number;
  /** What the host does with a notice: by default it can show it. */
  show: (notice: HostNotice) => Promise<boolean>;
}

export function reminderDesk(book: Book, clock: TestClock, language: 'en' | 'zh-CN' = 'en'): ReminderDesk {
  const current = new CurrentBook();
  current.set(book);
  const desk: ReminderDesk = {
    shown: [], errors: [], counts: [], missed: 0, show: async () => true,
    scheduler: new ReminderScheduler({
      current, clock, log: { info: () => undefined, error: (_, error) => desk.errors.push(error) },
      workingDays(db) {
        const calendar = readWorkCalendar(db, resourcesDir);
        return (date) => isWorkingDay(calendar, date);
      },
      notifier: {
        show(notice) {
          desk.shown.push(notice);
          return desk.show(notice);
        },
        setCount: (count) => desk.counts.push(count),
      },
      voice: () => ({ language, words: wordsFor(resourcesDir, language, 'reminders') }),
      onMissed: () => { desk.missed += 1; },
    }),
  };
  return desk;
}

/** Moves a clock and looks. */
export async function lookAt(desk: ReminderDesk, clock: TestClock, ms: number): Promise<void> {
  clock.ms = ms;
  await desk.scheduler.look();
}
