import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import type { AccountFields } from '#shared/domain/account/model.ts';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { soundLink, type Link } from '#shared/domain/duplicates/sound-link.ts';
import type { PersonFields } from '#shared/domain/person/model.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { repoint } from '#core/db/repoint.ts';
import { account } from '#core/db/schema/account.ts';
import { person } from '#core/db/schema/people.ts';
import type { Ids } from '#core/ports/host-ports.ts';
import { carryApart } from './keep-apart.ts';
import { mergePositions } from './merge-positions.ts';

export interface MergeIds {
  survivorId: string;
  mergedId: string;
}

interface Called {
  name: string;
  externalId: string | null;
  alias?: string | null;
}

function bothOf<T>({ survivorId, mergedId }: MergeIds, read: (id: string) => T | undefined): { survivor: T; merged: T } {
  if (survivorId === mergedId) throw new CodedError('merge-with-itself', { where: { field: 'mergedId' } });
  return { survivor: found(read(survivorId), 'survivorId'), merged: found(read(mergedId), 'mergedId') };
}

/** Keeps the names and numbers under which files know either record and which the one that stays does not bear itself. */
function keepNames(db: Database.Database, kind: RecordKind, uuid: () => string, { survivorId, mergedId }: MergeIds, names: { merged: Called; survivor: Called; now: Called }): void {
  const insert = prepared(db, `INSERT INTO ${kind}_known_as (id, ${kind}_id, merged_id, name, external_id) VALUES (?, ?, ?, ?, ?)`);
  const { merged, survivor, now } = names;
  insert.run(uuid(), survivorId, mergedId, merged.name, merged.externalId);
  if (survivor.name !== now.name || survivor.externalId !== now.externalId) insert.run(uuid(), survivorId, null, survivor.name, survivor.externalId);
  if (merged.alias && merged.alias !== now.alias && merged.alias !== now.name) insert.run(uuid(), survivorId, null, merged.alias, null);
}

/** Texts that name a record by its id: drafts half written, settings. */
function renameInTexts(db: Database.Database, { survivorId, mergedId }: MergeIds): void {
  for (const table of ['draft', 'setting']) {
    prepared(db, `UPDATE ${table} SET value = replace(value, @mergedId, @survivorId) WHERE instr(value, @mergedId)`).run({ survivorId, mergedId });
  }
}

/** What both kinds have in common, after their twins have been made one. */
function moveAll(book: Book, kind: RecordKind, uuid: () => string, ids: MergeIds, names: { merged: Called; survivor: Called; now: Called }): void {
  repoint(book.db, kind, ids.mergedId, ids.survivorId);
  keepNames(book.db, kind, uuid, ids, names);
  carryApart(book.db, kind, ids.mergedId, ids.survivorId);
  renameInTexts(book.db, ids);
  prepared(book.db, `DELETE FROM ${kind} WHERE id = ?`).run(ids.mergedId);
}

const LINKS = 'SELECT id, parent_id AS upId FROM account WHERE parent_id IS NOT NULL';

/**
 * Two accounts become one as one step: everything that refers to `mergedId` refers to `survivorId` from then on.
 * @param values what the survivor is to say where it is not what it said
 * @throws CodedError `not-found` on the id, `merge-with-itself`
 */
export function mergeAccounts(book: Book, ports: Ids, ids: MergeIds, values: Partial<AccountFields>): number {
  const { survivorId, mergedId } = ids;
  const read = (id: string) => book.orm.select().from(account).where(eq(account.id, id)).get();
  const { survivor, merged } = book.read(() => bothOf(ids, read));
  const now = { ...survivor, ...values };
  return book.write({ kind: 'merge', verb: 'account.merge', params: { name: now.name, merged: merged.name, ...ids } }, () => {
    const parentId = soundLink(prepared<Link>(book.db, LINKS).all(), survivorId, mergedId, [now.parentId, survivor.parentId, values.parentId === null ? null : merged.parentId]);
    mergePositions(book, 'account', ids);
    book.orm.update(account).set({ ...values, parentId }).where(eq(account.id, survivorId)).run();
    moveAll(book, 'account', () => ports.uuid(), ids, { merged, survivor, now });
  }).stepNo;
}

/**
 * Two people become one as one step; where both stand in one account, their positions become one too.
 * @throws CodedError `not-found` on the id, `merge-with-itself`
 */
export function mergePeople(book: Book, ports: Ids, ids: MergeIds, values: Partial<PersonFields>): number {
  const read = (id: string) => book.orm.select().from(person).where(eq(person.id, id)).get();
  const { survivor, merged } = book.read(() => bothOf(ids, read));
  const now = { ...survivor, ...values };
  return book.write({ kind: 'merge', verb: 'person.merge', params: { name: now.name, merged: merged.name, ...ids } }, () => {
    mergePositions(book, 'person', ids);
    if (Object.keys(values).length > 0) book.orm.update(person).set(values).where(eq(person.id, ids.survivorId)).run();
    moveAll(book, 'person', () => ports.uuid(), ids, { merged, survivor, now });
  }).stepNo;
}
