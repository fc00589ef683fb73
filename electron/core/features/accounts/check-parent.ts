import type Database from 'better-sqlite3';
import { findParentCycle, type ParentLink } from '#shared/domain/account/find-parent-cycle.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { prepared } from '#core/db/prepared.ts';
import { readAccount } from './read-account.ts';

/** @throws CodedError `not-found` or `account-parent-cycle` on `parentId` */
export function checkParent(db: Database.Database, id: string, parentId: string): void {
  readAccount(db, parentId, 'parentId');
  const links = prepared<ParentLink>(db, 'SELECT id, parent_id AS parentId FROM account WHERE parent_id IS NOT NULL').all();
  const proposed = [...links.filter((link) => link.id !== id), { id, parentId }];
  if (findParentCycle(proposed).includes(id)) throw new CodedError('account-parent-cycle', { where: { field: 'parentId' } });
}
