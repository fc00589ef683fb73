import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';

const FILE = [
  'SELECT * FROM account WHERE id = ?',
  'SELECT * FROM account_figure WHERE account_id = ?',
  'SELECT count(*) FROM sales_order WHERE account_id = ?',
  'SELECT count(*) FROM interaction WHERE account_id = ?',
  'SELECT count(*) FROM task WHERE account_id = ? AND done_at IS NULL',
  `SELECT o.*, p.*, (SELECT max(i.at) FROM interaction_person l JOIN interaction i ON i.id = l.interaction_id WHERE l.person_id = o.person_id AND i.account_id = o.account_id) AS last
   FROM position o CROSS JOIN person p ON p.id = o.person_id WHERE o.account_id = ? ORDER BY p.name`,
  'SELECT * FROM task WHERE account_id = ? AND done_at IS NULL ORDER BY due_on',
  'SELECT id, kind, at, summary FROM interaction WHERE account_id = ? ORDER BY at DESC LIMIT 8',
  `SELECT o.*, (SELECT sum(l.amount) FROM order_line l WHERE l.order_id = o.id) AS amount FROM sales_order o WHERE o.account_id = ? ORDER BY o.ordered_on DESC LIMIT 6`,
];

/** The rows of an account's file by nine bare statements in one transaction. */
export function rawFile(db: Database.Database, id: string): void {
  db.transaction(() => {
    for (const sql of FILE) prepared(db, sql).all(id);
  })();
}

const WINDOW = 'SELECT f.*, a.name, a.alias, a.city, a.country, a.is_key FROM account_figure f CROSS JOIN account a ON a.id = f.account_id';

/** One page of the list by keyset, as bare as it can be. */
export function rawWindow(db: Database.Database, after: { revenue: number; id: string } | null): void {
  if (after) prepared(db, `${WINDOW} WHERE (f.revenue, f.account_id) < (?, ?) ORDER BY f.revenue DESC, f.account_id DESC LIMIT 50`).all(after.revenue, after.id);
  else prepared(db, `${WINDOW} ORDER BY f.revenue DESC, f.account_id DESC LIMIT 50`).all();
}

/** The whole list, of what an export shows of it. */
export function rawRows(db: Database.Database): Record<string, unknown>[] {
  return prepared<Record<string, unknown>>(db, `SELECT a.name, a.city, a.country, f.revenue, f.margin, f.last_interaction_at, f.next_task, f.next_due
    FROM account_figure f CROSS JOIN account a ON a.id = f.account_id ORDER BY f.revenue DESC, f.account_id DESC`).all();
}
