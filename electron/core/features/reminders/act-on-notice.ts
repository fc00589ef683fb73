import type { ReminderRules, Span } from '#shared/domain/reminder/facts.ts';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import { snoozeUntil, type Snooze } from '#shared/domain/reminder/snooze-until.ts';
import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts, NoticeAct } from '#core/ports/host-ports.ts';
import { answerReminder } from './answer-reminder.ts';
import type { PageNotifier } from './page-notifier.ts';

const DAY = 86_400_000;

/** What plans and tells; composed with this feature at the root. */
export interface ReminderEngine {
  /** Everything there is reason to tell of in a span, answered or not. */
  planned(span: Span): Reminder[];
  /** What is to be told in a span. */
  tellings(span: Span): { key: string; at: number; reminder: Reminder; snoozed: boolean }[];
  rules(): ReminderRules;
  missed(): { from: number; to: number; reminders: Reminder[] } | null;
  test(): Promise<boolean>;
}

export interface RemindersDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'log' | 'notifier'>;
  engine: ReminderEngine;
  page: PageNotifier;
  /** Closes a task as one step. */
  finishTask: (id: string) => { stepNo: number };
  /** Takes a notification back. */
  clear: (key: string) => void;
}

type Answer = { type: 'done' } | { type: 'snooze'; until: Snooze };

/** Everything that may be answered about now, in order. */
const known = ({ engine, ports }: RemindersDeps): Reminder[] => engine.planned({ from: ports.clock.now() - 100 * DAY, to: ports.clock.now() + 400 * DAY });

/** What was put off is told under a key with the moment behind it. */
const bare = (key: string): string => key.replace(/@\d+$/, '');

/** Keeps what was answered to a reminder. @throws CodedError `not-found` on `key` */
export function keepAnswer(deps: RemindersDeps, key: string, answer: Answer): { stepNo: number } {
  const now = deps.ports.clock.now();
  const until = answer.type === 'done' ? null : snoozeUntil(answer.until, now, deps.engine.rules());
  deps.clear(key);
  return answerReminder({ book: deps.current.get(), known: () => known(deps), finishTask: deps.finishTask }, bare(key), until, now);
}

/** Carries out what a person did with a notification of the host. Nobody waits for an answer, so that a failure is logged. */
export function actOnNotice(deps: RemindersDeps, { key, act }: NoticeAct): void {
  try {
    if (act === 'done') keepAnswer(deps, key, { type: 'done' });
    else if (act === 'snooze') keepAnswer(deps, key, { type: 'snooze', until: 'laterToday' });
    else deps.page.open(known(deps).find((one) => one.key === bare(key) || one.subject === bare(key))?.accountId ?? null);
  } catch (error) {
    deps.ports.log.error('a notification could not be answered', error);
  }
}
