import type { ReminderFacts, ReminderRules, Span } from './facts.ts';
import type { Reminder, ReminderAnswer } from './model.ts';
import { planReminders } from './plan-reminders.ts';

/** A reminder at the moment it is to be told; put off, it has a moment and a key of its own. */
export interface Telling {
  key: string;
  /** ms UTC. */
  at: number;
  reminder: Reminder;
  /** Under which a snooze was kept. */
  snoozed: boolean;
}

/** How long before it was put off a reminder may have come due, ms. */
const LONGEST_WAIT = 60 * 86_400_000;

const inOrder = (a: Telling, b: Telling): number => a.at - b.at || (a.key < b.key ? -1 : Number(a.key > b.key));

function answerOf({ key, subject }: Reminder, answers: ReadonlyMap<string, ReminderAnswer>): ReminderAnswer | undefined {
  const own = answers.get(key);
  const shared = answers.get(subject);
  return own && shared ? (own.answeredAt >= shared.answeredAt ? own : shared) : own ?? shared;
}

/**
 * What is to be told in a span, in order, after what was answered: nothing that is done with, and what was put off once, at the
 * moment it was put off to, however many reminders of its subject came due until then.
 */
export function planTellings(facts: ReminderFacts, rules: ReminderRules, answers: ReadonlyMap<string, ReminderAnswer>, span: Span): Telling[] {
  const awaited = [...answers.values()].filter(({ snoozedUntil: until }) => until !== null && until >= span.from && until < span.to);
  const from = Math.min(span.from, ...awaited.map(({ answeredAt }) => answeredAt - LONGEST_WAIT));
  const tellings = new Map<string, Telling>();
  for (const reminder of planReminders(facts, rules, { from, to: span.to })) {
    const answer = answerOf(reminder, answers);
    if (!answer || (answer.snoozedUntil !== null && reminder.dueAt > answer.snoozedUntil)) {
      tellings.set(reminder.key, { key: reminder.key, at: reminder.dueAt, reminder, snoozed: false });
    } else if (answer.snoozedUntil !== null) {
      // The last of its subject says how things stand by then.
      const key = `${answer.key}@${answer.snoozedUntil}`;
      tellings.set(key, { key, at: answer.snoozedUntil, reminder, snoozed: true });
    }
  }
  return [...tellings.values()].filter(({ at }) => at >= span.from && at < span.to).toSorted(inOrder);
}
