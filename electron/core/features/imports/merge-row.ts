import type Database from 'better-sqlite3';
import { changedFields } from '#shared/domain/import/changed-fields.ts';
import { prepared } from '#core/db/prepared.ts';
import type { ImportPlan } from './import-plan.ts';
import type { SqlRow, SqlValue, TableSql } from './table-sql.ts';

/** Plans what a file gives for a row that the book has: only values that differ count, and what is not given stays. */
export function mergeRow(db: Database.Database, plan: ImportPlan, table: TableSql, key: SqlValue[], given: SqlRow): void {
  const current = prepared<SqlRow>(db, table.select).get(...key);
  if (!current || !changedFields(current, given)) plan.count(table, 'same');
  else plan.update(table, { ...current, ...given }, key);
}
