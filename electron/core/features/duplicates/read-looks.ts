import type Database from 'better-sqlite3';
import { accountKeys, type AccountLook } from '#shared/domain/duplicates/account-keys.ts';
import type { LikeRecord } from '#shared/domain/duplicates/model.ts';
import { personKeys, type PersonLook } from '#shared/domain/duplicates/person-keys.ts';
import { prepared } from '#core/db/prepared.ts';
import type { AccountTree } from './account-tree.ts';

/** Accounts as a search for duplicates sees them. */
export function readAccountLooks(db: Database.Database): LikeRecord[] {
  const emails = new Map<string, string[]>();
  const addressed = prepared<{ accountId: string; email: string }>(db, `
    SELECT DISTINCT o.account_id AS accountId, '@' || lower(substr(p.email, instr(p.email, '@') + 1)) AS email
    FROM position o JOIN person p ON p.id = o.person_id WHERE p.email LIKE '%_@_%'`);
  // The box before the @ tells nothing here; one stands in for it.
  for (const { accountId, email } of addressed.iterate()) emails.set(accountId, [...(emails.get(accountId) ?? []), `x${email}`]);
  return prepared<Omit<AccountLook, 'emails'>>(db, `
    SELECT a.id, a.name, a.alias, a.website, a.phone, n.pinyin FROM account a LEFT JOIN name_key n ON n.kind = 'account' AND n.id = a.id ORDER BY a.id`)
    .all().map((row) => accountKeys({ ...row, emails: emails.get(row.id) ?? [] }));
}

/** People as a search for duplicates sees them; those who left every account are not looked at. */
export function readPersonLooks(db: Database.Database, tree: AccountTree): LikeRecord[] {
  const rows = prepared<Omit<PersonLook, 'groups'> & { accountIds: string }>(db, `
    SELECT p.id, p.name, p.email, p.mobile, p.phone, n.pinyin, group_concat(o.account_id, char(10)) AS accountIds
    FROM position o JOIN person p ON p.id = o.person_id LEFT JOIN name_key n ON n.kind = 'person' AND n.id = p.id GROUP BY p.id`).all();
  return rows.map(({ accountIds, ...row }) => personKeys({ ...row, groups: accountIds.split('\n').map((id) => tree.headOf(id)) }));
}
