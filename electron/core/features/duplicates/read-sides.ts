import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import type { MergeSide } from '#shared/contract/duplicates.ts';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { countReferrers } from '#core/db/repoint.ts';
import { account } from '#core/db/schema/account.ts';
import { person } from '#core/db/schema/people.ts';

type Head = Pick<MergeSide, 'id' | 'name' | 'detail'>;

const HEADS: Readonly<Record<RecordKind, string>> = {
  account: `SELECT x.id, x.name, nullif(concat_ws(' · ', nullif(x.alias, ''), nullif(x.city, '')), '') AS detail FROM json_each(+?) j CROSS JOIN account x ON x.id = j.value`,
  person: `SELECT x.id, x.name, coalesce(nullif(o.title, '') || ' · ', '') || a.name AS detail FROM json_each(+?) j CROSS JOIN person x ON x.id = j.value
    LEFT JOIN position o ON o.id = (SELECT q.id FROM position q WHERE q.person_id = x.id ORDER BY q.id LIMIT 1) LEFT JOIN account a ON a.id = o.account_id`,
};

/** Names of records with what tells namesakes apart. */
export function readHeads(db: Database.Database, kind: RecordKind, ids: readonly string[]): Map<string, Head> {
  return new Map(prepared<Head>(db, HEADS[kind]).all(JSON.stringify(ids)).map((head) => [head.id, head]));
}

/** Rows that say what a merged record was called are no part of what a person would see moving. */
const UNSEEN = new Set(['account_known_as', 'person_known_as']);

/** One record with its fields and what hangs on it. @throws CodedError `not-found` on `field` */
export function readSide(book: Book, kind: RecordKind, id: string, field: string): MergeSide {
  const head = found(readHeads(book.db, kind, [id]).get(id), field);
  const row = kind === 'account' ? book.orm.select().from(account).where(eq(account.id, id)).get() : book.orm.select().from(person).where(eq(person.id, id)).get();
  const { id: _, createdAt: __, ...fields } = found(row, field);
  const parentId = 'parentId' in fields ? fields.parentId : null;
  const parentName = parentId === null ? null : prepared<{ name: string }>(book.db, 'SELECT name FROM account WHERE id = ?').get(parentId)?.name ?? null;
  const moves = Object.fromEntries(Object.entries(countReferrers(book.db, kind, id)).filter(([table]) => !UNSEEN.has(table)));
  return { ...head, fields, parentName, moves };
}
