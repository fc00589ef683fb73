import type Database from 'better-sqlite3';
import { migrateFrozen, type FrozenReview } from '#shared/domain/review/frozen.ts';
import { prepared } from '#core/db/prepared.ts';

/** What was presented; null where it never was, or where a newer program wrote it. */
export function readFrozen(db: Database.Database, reviewId: string): FrozenReview | null {
  const row = prepared<{ document: string }>(db, 'SELECT document FROM review_frozen WHERE review_id = ?').get(reviewId);
  return row ? migrateFrozen(JSON.parse(row.document)) : null;
}
