import type Database from 'better-sqlite3';
import type { Account } from '#shared/domain/account/model.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';

type AccountRecord = Omit<Account, 'isKey'> & { isKey: number; parentName: string | null };

const ACCOUNT = `
  SELECT a.id, a.name, a.alias, a.external_id AS externalId, a.parent_id AS parentId, a.industry, a.address, a.city, a.region,
    a.postal_code AS postalCode, a.country, a.phone, a.fax, a.website, a.customer_since AS customerSince, a.contract_end AS contractEnd,
    a.is_key AS isKey, a.founded_on AS foundedOn, a.quiet_days AS quietDays, a.created_at AS createdAt, p.name AS parentName
  FROM account a LEFT JOIN account p ON p.id = a.parent_id WHERE a.id = ?`;

/** @throws CodedError `not-found` with the field that named the account */
export function readAccount(db: Database.Database, id: string, field = 'id'): { account: Account; parentName: string | null } {
  const { parentName, isKey, ...rest } = found(prepared<AccountRecord>(db, ACCOUNT).get(id), field);
  return { account: { ...rest, isKey: isKey === 1 }, parentName };
}
