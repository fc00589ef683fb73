import type Database from 'better-sqlite3';
import { accountKeys, type AccountLook } from '#shared/domain/duplicates/account-keys.ts';
import type { LikeRecord } from '#shared/domain/duplicates/model.ts';
import { personKeys, type PersonLook } from '#shared/domain/duplicates/person-keys.ts';
import { prepared } from '#core/db/prepared.ts';
import type { AccountTree } from './account-tree.ts';

/** Records read at once. */
const AT_ONCE = 250;

const ADDRESSED = `
  SELECT DISTINCT o.account_id AS accountId, '@' || lower(substr(p.email, instr(p.email, '@') + 1)) AS email
  FROM json_each(+?) j CROSS JOIN position o ON o.account_id = j.value CROSS JOIN person p ON p.id = o.person_id WHERE p.email LIKE '%_@_%'`;

const ACCOUNTS = `
  SELECT a.id, a.name, a.alias, a.website, a.phone, n.pinyin FROM account a LEFT JOIN name_key n ON n.kind = 'account' AND n.id = a.id
  WHERE a.id > +? ORDER BY a.id LIMIT ${AT_ONCE}`;

const PEOPLE = `
  SELECT p.id, p.name, p.email, p.mobile, p.phone, n.pinyin, (SELECT group_concat(o.account_id, char(10)) FROM position o WHERE o.person_id = p.id) AS accountIds
  FROM person p LEFT JOIN name_key n ON n.kind = 'person' AND n.id = p.id WHERE p.id > +? ORDER BY p.id LIMIT ${AT_ONCE}`;

/** All rows of a query that goes on behind an id, some at a time: no statement stays open in between. */
function* pagesOf<Row extends { id: string }>(db: Database.Database, sql: string): Generator<Row[]> {
  for (let last = '', more = true; more;) {
    const rows = prepared<Row>(db, sql).all(last);
    yield rows;
    last = rows.at(-1)?.id ?? '';
    more = rows.length === AT_ONCE;
  }
}

/** Accounts as a search for duplicates sees them, in portions. */
export function* readAccountLooks(db: Database.Database): Generator<LikeRecord[]> {
  for (const rows of pagesOf<Omit<AccountLook, 'emails'>>(db, ACCOUNTS)) {
    const emails = new Map<string, string[]>();
    const addressed = prepared<{ accountId: string; email: string }>(db, ADDRESSED).all(JSON.stringify(rows.map(({ id }) => id)));
    // The box before the @ tells nothing here; one stands in for it.
    for (const { accountId, email } of addressed) emails.set(accountId, [...(emails.get(accountId) ?? []), `x${email}`]);
    yield rows.map((row) => accountKeys({ ...row, emails: emails.get(row.id) ?? [] }));
  }
}

/** People as a search for duplicates sees them, in portions; those who left every account are not looked at. */
export function* readPersonLooks(db: Database.Database, tree: AccountTree): Generator<LikeRecord[]> {
  for (const rows of pagesOf<Omit<PersonLook, 'groups'> & { accountIds: string | null }>(db, PEOPLE)) {
    yield rows.flatMap(({ accountIds, ...row }) => (accountIds === null ? [] : [personKeys({ ...row, groups: accountIds.split('\n').map((id) => tree.headOf(id)) })]));
  }
}
