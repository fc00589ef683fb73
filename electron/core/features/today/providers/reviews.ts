import type Database from 'better-sqlite3';
import type { ReviewRow } from '#shared/domain/today/model.ts';
import { addDays, daysBetween } from '#shared/kernel/dates.ts';
import { prepared } from '#core/db/prepared.ts';
import type { Found, TodayContext } from '../provider.ts';

/** Preparing one takes weeks; what lies further ahead belongs to the plan of the year. */
const AHEAD_DAYS = 60;
const SHOWN = 5;

const COMING = `
  SELECT r.id, r.account_id AS accountId, a.name AS accountName, r.year, r.quarter, r.held_on AS heldOn
  FROM review r CROSS JOIN account a ON a.id = r.account_id WHERE r.held_on BETWEEN @today AND @last AND r.frozen_at IS NULL ORDER BY r.held_on, r.id`;

/** Reviews that are still to be prepared, the next first. */
export function readReviews(db: Database.Database, { today }: TodayContext): Found<ReviewRow> {
  const found = prepared<Omit<ReviewRow, 'inDays'>>(db, COMING).all({ today, last: addDays(today, AHEAD_DAYS) });
  return { count: found.length, rows: found.slice(0, SHOWN).map((row) => ({ ...row, inDays: daysBetween(today, row.heldOn) })) };
}
