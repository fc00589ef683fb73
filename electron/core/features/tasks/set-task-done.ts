import type { CurrentBook } from '#core/db/current-book.ts';
import type { HostPorts } from '#core/ports/host-ports.ts';
import { readTask } from './read-tasks.ts';
import { accountName, updateTask } from './repository.ts';

export interface TasksDeps {
  current: CurrentBook;
  ports: Pick<HostPorts, 'clock' | 'ids'>;
}

/** Closes or opens a task as one step. @throws CodedError `not-found` on `id` */
export function setTaskDone({ current, ports }: TasksDeps, id: string, done: boolean): { stepNo: number } {
  const book = current.get();
  const task = book.read(() => readTask(book.db, id));
  const params = { title: task.title, name: accountName(book.db, task.accountId) };
  const { stepNo } = book.write({ kind: 'user', verb: done ? 'task.done' : 'task.reopen', params }, () => {
    // A second tick keeps the first time of being done.
    if (done !== (task.doneAt !== null)) updateTask(book, id, { doneAt: done ? ports.clock.now() : null });
  });
  return { stepNo };
}
