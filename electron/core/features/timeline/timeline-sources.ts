import type { TimelineRow } from '#shared/contract/timeline.ts';

/** A row before its day is turned into an instant and its people are looked up. */
export interface RawTimelineRow {
  id: string;
  /** ms UTC, or a day for what happens on a date. */
  moment: number | string;
  title: string;
  state: string | null;
  person: string | null;
  amount: number | null;
  currency: string | null;
  lines: number | null;
}

export interface TimelineSource {
  kind: TimelineRow['kind'];
  /** Whether `moment` is a day of the book's calendar. */
  byDay: boolean;
  /** Rows of `@accountId` before `(@moment, @id)`, latest first, `@limit` at most. */
  sql: string;
}

const TASK_COLUMNS = `k.title, CASE WHEN k.done_at IS NULL THEN 'open' ELSE 'done' END AS state, coalesce(c.name, p.name) AS person,
  NULL AS amount, NULL AS currency, NULL AS lines
  FROM task k LEFT JOIN colleague c ON c.id = k.colleague_id LEFT JOIN person p ON p.id = k.person_id WHERE k.account_id = +@accountId`;

function tasks(moment: string, condition: string): string {
  return `SELECT k.id, ${moment} AS moment, ${TASK_COLUMNS} AND ${condition} AND (${moment}, k.id) < (+@moment, +@id) ORDER BY ${moment} DESC, k.id DESC LIMIT +@limit`;
}

/**
 * Where the timeline's rows come from; the place in this list is a source's rank. Open tasks stand at the day they are due,
 * so that what is planned is above today, or, without a day, where they were made.
 */
export const timelineSources: readonly TimelineSource[] = [
  {
    kind: 'interaction', byDay: false,
    sql: `SELECT i.id, i.at AS moment, i.summary AS title, i.kind AS state, NULL AS person, NULL AS amount, NULL AS currency, NULL AS lines
      FROM interaction i WHERE i.account_id = +@accountId AND (i.at, i.id) < (+@moment, +@id) ORDER BY i.at DESC, i.id DESC LIMIT +@limit`,
  },
  { kind: 'task', byDay: false, sql: tasks('k.done_at', 'k.done_at IS NOT NULL') },
  { kind: 'task', byDay: false, sql: tasks('k.created_at', 'k.done_at IS NULL AND k.due_on IS NULL') },
  { kind: 'task', byDay: true, sql: tasks('k.due_on', 'k.done_at IS NULL AND k.due_on IS NOT NULL') },
  {
    kind: 'order', byDay: true,
    sql: `SELECT o.id, o.ordered_on AS moment, coalesce(o.external_id, '') AS title, NULL AS state, NULL AS person,
        (SELECT coalesce(sum(l.amount), 0) FROM order_line l WHERE l.order_id = o.id) AS amount, o.currency,
        (SELECT count(*) FROM order_line l WHERE l.order_id = o.id) AS lines
      FROM sales_order o WHERE o.account_id = +@accountId AND (o.ordered_on, o.id) < (+@moment, +@id) ORDER BY o.ordered_on DESC, o.id DESC LIMIT +@limit`,
  },
];
