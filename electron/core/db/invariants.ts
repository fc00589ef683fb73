import type Database from 'better-sqlite3';
import { findParentCycle } from '#shared/domain/account/find-parent-cycle.ts';
import { findReportsToCycle } from '#shared/domain/person/find-reports-to-cycle.ts';
import { prepared } from './prepared.ts';

/** Rows that break a rule of the domain. */
export interface Violation {
  code: 'account-parent-cycle' | 'reports-to-cycle';
  table: string;
  keys: string[];
}

/** Checks every rule that spans rows; the same check after an undo, an import and a merge. Rules on one row are the table's own. */
export function findViolations(db: Database.Database): Violation[] {
  const parents = prepared<{ id: string; parentId: string | null }>(db, 'SELECT id, parent_id AS parentId FROM account WHERE parent_id IS NOT NULL').all();
  const positions = prepared<{ id: string; reportsToId: string | null }>(db, 'SELECT id, reports_to_id AS reportsToId FROM position WHERE reports_to_id IS NOT NULL').all();
  const found: Violation[] = [
    { code: 'account-parent-cycle', table: 'account', keys: findParentCycle(parents) },
    { code: 'reports-to-cycle', table: 'position', keys: findReportsToCycle(positions) },
  ];
  return found.filter((violation) => violation.keys.length > 0);
}
