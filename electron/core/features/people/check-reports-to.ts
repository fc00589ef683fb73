import type Database from 'better-sqlite3';
import { findReportsToCycle, type ReportsToLink } from '#shared/domain/person/find-reports-to-cycle.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';

/**
 * A position reports to another of the same account, and never to itself over any number of steps.
 * @throws CodedError `not-found`, `invalid-value` or `reports-to-cycle` on `reportsToId`
 */
export function checkReportsTo(db: Database.Database, id: string, accountId: string, reportsToId: string): void {
  const where = { field: 'reportsToId' };
  const links = prepared<ReportsToLink>(db, 'SELECT id, reports_to_id AS reportsToId FROM position WHERE account_id = +?').all(accountId);
  const proposed = [...links.filter((link) => link.id !== id), { id, reportsToId }];
  if (!proposed.some((link) => link.id === reportsToId)) {
    found(prepared(db, 'SELECT 1 FROM position WHERE id = ?').get(reportsToId), where.field);
    throw new CodedError('invalid-value', { where });
  }
  if (findReportsToCycle(proposed).includes(id)) throw new CodedError('reports-to-cycle', { where });
}
