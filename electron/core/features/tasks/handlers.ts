import type { HandlersOf } from '#shared/contract/handlers.ts';
import type { tasksContract } from '#shared/contract/interactions.ts';
import { settleOwner } from '#shared/domain/task/settle-owner.ts';
import { readOpenTasks, readTask } from './read-tasks.ts';
import { accountName, checkOwner, insertTask, updateTask } from './repository.ts';
import { setTaskDone, type TasksDeps } from './set-task-done.ts';

export function createTasksHandlers({ current, ports }: TasksDeps): HandlersOf<typeof tasksContract> {
  return {
    open({ accountId }) {
      const book = current.get();
      return book.read(() => {
        accountName(book.db, accountId);
        return readOpenTasks(book.db, accountId);
      });
    },
    create({ accountId, ...input }) {
      const book = current.get();
      const id = ports.ids.uuid();
      const fields = { ...input, ...settleOwner(input) };
      const name = book.read(() => accountName(book.db, accountId));
      const { stepNo } = book.write({ kind: 'user', verb: 'task.create', params: { title: fields.title, name } }, () => {
        checkOwner(book.db, fields);
        insertTask(book, { ...fields, id, accountId, createdAt: ports.clock.now() });
      });
      return { id, stepNo };
    },
    update({ id, patch }) {
      const book = current.get();
      const task = book.read(() => readTask(book.db, id));
      const params = { title: patch.title ?? task.title, name: accountName(book.db, task.accountId) };
      const fields = { ...patch, ...settleOwner(patch) };
      const { stepNo } = book.write({ kind: 'user', verb: 'task.update', params }, () => {
        checkOwner(book.db, fields);
        updateTask(book, id, fields);
      });
      return { stepNo };
    },
    setDone: ({ id, done }) => setTaskDone({ current, ports }, id, done),
  };
}
