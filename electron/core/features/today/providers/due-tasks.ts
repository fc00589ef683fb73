import type Database from 'better-sqlite3';
import type { TodayRowOf } from '#shared/domain/today/model.ts';
import { daysBetween, type IsoDate } from '#shared/kernel/dates.ts';
import { prepared } from '#core/db/prepared.ts';
import { notHidden, type TodayContext, type TodayProvider } from '../provider.ts';

type TaskRow = Omit<TodayRowOf<'task'>, 'kind' | 'days'>;

const OPEN = `task k INDEXED BY task_due WHERE k.done_at IS NULL AND k.due_on IS NOT NULL AND ${notHidden("'task:' || k.id")}`;

const DAY = { late: 'k.due_on < @today', due: 'k.due_on = @today' } as const;

const count = (among: string): string => `SELECT count(*) AS n FROM ${OPEN} AND ${among}`;

/** The keeper of the book is not named: most tasks are theirs. */
const rows = (among: string): string => `
  SELECT 'task:' || t.id AS key, t.id AS taskId, t.account_id AS accountId, a.name AS accountName, t.title, t.due_on AS dueOn,
    coalesce(c.name, p.name) AS ownerName, CASE WHEN c.id IS NOT NULL THEN 'ours' WHEN p.id IS NOT NULL THEN 'theirs' END AS ownerSide
  FROM (SELECT k.id, k.due_on FROM ${OPEN} AND ${among} ORDER BY k.due_on, k.id LIMIT @cap) w
  CROSS JOIN task t ON t.id = w.id CROSS JOIN account a ON a.id = t.account_id
  LEFT JOIN colleague c ON c.id = t.colleague_id AND c.id IS NOT (SELECT me FROM book) LEFT JOIN person p ON p.id = t.person_id
  ORDER BY w.due_on, w.id`;

function find(db: Database.Database, section: 'late' | 'due', { bounds, today, cap }: TodayContext) {
  const given = { ...bounds, today };
  return {
    count: prepared<{ n: number }>(db, count(DAY[section])).get(given)?.n ?? 0,
    rows: prepared<TaskRow>(db, rows(DAY[section])).all({ ...given, cap: cap(section) })
      .map((row) => ({ kind: 'task' as const, ...row, days: daysBetween(row.dueOn, today) })),
  };
}

/** Open tasks of anybody whose day is today or has passed. */
export const dueTasks: TodayProvider = (db, context) => ({ late: find(db, 'late', context), due: find(db, 'due', context) });

/** How many tasks are late or due, without what was put off. */
export function countPressing(db: Database.Database, { bounds, today }: Pick<TodayContext, 'bounds' | 'today'>): number {
  return prepared<{ n: number }>(db, count('k.due_on <= @today')).get({ ...bounds, today })?.n ?? 0;
}

/** The task that is due first after today. */
export function nextUp(db: Database.Database, today: IsoDate) {
  return prepared<{ accountId: string; accountName: string; title: string; dueOn: string }>(db, `
    SELECT k.account_id AS accountId, a.name AS accountName, k.title, k.due_on AS dueOn FROM task k INDEXED BY task_due CROSS JOIN account a ON a.id = k.account_id
    WHERE k.done_at IS NULL AND k.due_on IS NOT NULL AND k.due_on > ? ORDER BY k.due_on, k.id LIMIT 1`).get(today) ?? null;
}
