import type Database from 'better-sqlite3';
import type { ReviewListRow } from '#shared/contract/reviews.ts';
import { prepared } from '#core/db/prepared.ts';
import { HEAD, toHead } from './read-record.ts';

type Row = Omit<ReviewListRow, 'period'> & { year: number; quarter: number };

const ROWS = `
  SELECT ${HEAD},
    (SELECT count(*) FROM review_item i WHERE i.review_id = r.id AND i.kind = 'decision') AS decisions,
    (SELECT count(*) FROM review_item i WHERE i.review_id = r.id AND i.kind = 'action') AS actions,
    (SELECT count(*) FROM review_item i JOIN task t ON t.id = i.task_id WHERE i.review_id = r.id AND i.kind = 'action' AND t.done_at IS NOT NULL) AS actionsDone
  FROM review r JOIN account a ON a.id = r.account_id`;

/** The reviews of an account, the latest first. */
export function listReviews(db: Database.Database, accountId: string): ReviewListRow[] {
  return prepared<Row>(db, `${ROWS} WHERE r.account_id = ? ORDER BY r.held_on DESC, r.id DESC`).all(accountId).map(toHead);
}

/** Reviews from `today` on, the next first. */
export function comingReviews(db: Database.Database, today: string, limit: number): ReviewListRow[] {
  return prepared<Row>(db, `${ROWS} WHERE r.held_on >= ? ORDER BY r.held_on, r.id LIMIT ?`).all(today, limit).map(toHead);
}
