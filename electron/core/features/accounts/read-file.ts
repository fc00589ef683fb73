import type Database from 'better-sqlite3';
import { prepared } from '#core/db/prepared.ts';

interface FileCounts {
  orderCount: number;
  interactionCount: number;
  openTaskCount: number;
}

interface LatestOrder {
  id: string;
  orderNo: string | null;
  orderedOn: string;
  currency: string;
  amount: number;
}

interface Lately {
  id: string;
  kind: string;
  at: number;
  summary: string;
  people: string[];
}

const LATELY = 8;
const LATEST_ORDERS = 6;

export function readCounts(db: Database.Database, accountId: string): FileCounts {
  const counts = prepared<FileCounts>(db, `SELECT
    (SELECT count(*) FROM sales_order WHERE account_id = +@id) AS orderCount,
    (SELECT count(*) FROM interaction WHERE account_id = +@id) AS interactionCount,
    (SELECT count(*) FROM task WHERE account_id = +@id AND done_at IS NULL) AS openTaskCount`).get({ id: accountId });
  return counts ?? { orderCount: 0, interactionCount: 0, openTaskCount: 0 };
}

/** The latest interactions with the names of those met, newest first. */
export function readLately(db: Database.Database, accountId: string): Lately[] {
  const heads = prepared<Omit<Lately, 'people'>>(db, `
    SELECT id, kind, at, summary FROM interaction WHERE account_id = +? ORDER BY at DESC, id DESC LIMIT ${LATELY}`).all(accountId);
  const people = Map.groupBy(prepared<{ id: string; name: string }>(db, `
    SELECT l.interaction_id AS id, p.name FROM json_each(+?) j CROSS JOIN interaction_person l ON l.interaction_id = j.value
    CROSS JOIN person p ON p.id = l.person_id ORDER BY p.name`).all(JSON.stringify(heads.map(({ id }) => id))), ({ id }) => id);
  return heads.map((head) => ({ ...head, people: (people.get(head.id) ?? []).map(({ name }) => name) }));
}

/** The latest orders in any currency, newest first; amounts in 1/10,000 of the order's own. */
export function readLatestOrders(db: Database.Database, accountId: string): LatestOrder[] {
  return prepared<LatestOrder>(db, `
    SELECT o.id, o.external_id AS orderNo, o.ordered_on AS orderedOn, o.currency,
      (SELECT coalesce(sum(l.amount), 0) FROM order_line l WHERE l.order_id = o.id) AS amount
    FROM sales_order o WHERE o.account_id = +? ORDER BY o.ordered_on DESC, o.id DESC LIMIT ${LATEST_ORDERS}`).all(accountId);
}
