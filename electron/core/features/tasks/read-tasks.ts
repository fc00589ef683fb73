import type Database from 'better-sqlite3';
import type { Task } from '#shared/domain/task/model.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';

const TASK = `
  SELECT k.id, k.account_id AS accountId, k.interaction_id AS interactionId, k.title, k.due_on AS dueOn, k.colleague_id AS colleagueId,
    k.person_id AS personId, k.done_at AS doneAt, coalesce(c.name, p.name) AS ownerName
  FROM task k LEFT JOIN colleague c ON c.id = k.colleague_id LEFT JOIN person p ON p.id = k.person_id`;

/** The open tasks of an account: what is due first stands first, what has no date last. */
export function readOpenTasks(db: Database.Database, accountId: string): Task[] {
  return prepared<Task>(db, `${TASK} WHERE k.account_id = +? AND k.done_at IS NULL ORDER BY k.due_on IS NULL, k.due_on, k.created_at, k.id`).all(accountId);
}

/** @throws CodedError `not-found` on `id` */
export function readTask(db: Database.Database, id: string): Task {
  return found(prepared<Task>(db, `${TASK} WHERE k.id = ?`).get(id), 'id');
}
