import type { Reminder } from '#shared/domain/reminder/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import type { Book } from '#core/db/book.ts';
import { writeAnswer } from './repository.ts';

export interface Answering {
  book: Book;
  /** Every reminder about now, also what was answered already. */
  known: () => readonly Reminder[];
  finishTask: (id: string) => { stepNo: number };
}

/**
 * Keeps an answer to a reminder, under its key or its subject, as one step. A task's reminder that is done with closes the task.
 * @param until ms UTC; null: done with
 * @throws CodedError `not-found` on `key` for what nothing is told of
 */
export function answerReminder({ book, known, finishTask }: Answering, key: string, until: number | null, now: number): { stepNo: number } {
  const reminder = known().findLast((one) => one.key === key || one.subject === key);
  if (!reminder) throw new CodedError('not-found', { where: { field: 'key' } });
  if (until === null && reminder.kind === 'task') return finishTask(reminder.subject.slice('task:'.length));
  // Only the account is named: a person may be erased for good, the words of a step stay.
  const params = { name: reminder.params.account };
  const { stepNo } = book.write({ kind: 'user', verb: until === null ? 'reminder.done' : 'reminder.snooze', params }, () => {
    writeAnswer(book, { key, snoozedUntil: until, answeredAt: now }, reminder.accountId);
  });
  return { stepNo };
}
