import type Database from 'better-sqlite3';
import type { Colleague } from '#shared/domain/colleague/model.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';

export interface PositionHead {
  id: string;
  personId: string;
  accountId: string;
  name: string;
}

/** @throws CodedError `not-found` on `positionId` */
export function readPosition(db: Database.Database, id: string): PositionHead {
  return found(prepared<PositionHead>(db, `
    SELECT o.id, o.person_id AS personId, o.account_id AS accountId, p.name FROM position o JOIN person p ON p.id = o.person_id WHERE o.id = ?`).get(id), 'positionId');
}

/** Name of an account. @throws CodedError `not-found` on `accountId` */
export function accountName(db: Database.Database, id: string): string {
  return found(prepared<{ name: string }>(db, 'SELECT name FROM account WHERE id = ?').get(id), 'accountId').name;
}

export function readColleagues(db: Database.Database): Colleague[] {
  return prepared<Omit<Colleague, 'isMe'> & { isMe: number }>(db, 'SELECT id, name, title, id IS (SELECT me FROM book) AS isMe FROM colleague ORDER BY isMe DESC, name, id').all()
    .map((row) => ({ ...row, isMe: row.isMe === 1 }));
}
