import type Database from 'better-sqlite3';
import type { Contact } from '#shared/domain/person/model.ts';
import type { LastReview, ReviewFacts } from '#shared/domain/review/facts.ts';
import type { ReviewHead } from '#shared/domain/review/record.ts';
import type { ReviewPersonRow } from '#shared/domain/review/rows.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { measureContext } from '#core/measures/measure-context.ts';
import type { MeasureContext } from '#core/measures/measure-request.ts';
import { readFrozen } from './read-frozen.ts';
import { readHead, readItems, readParticipants, readSections } from './read-record.ts';
import { readReviewFigures } from './repository.ts';

/** Given by the people's room. */
export type ReadContacts = (db: Database.Database, accountId: string, context: MeasureContext) => Contact[];

/** The people of an account with the last day they were heard. */
export function readPersonRows(db: Database.Database, accountId: string, nowMs: number, readContacts: ReadContacts): ReviewPersonRow[] {
  const context = measureContext(db, nowMs);
  return readContacts(db, accountId, context).map(({ personId, name, title, buyingRoles, attitude, lastInteractionAt }) => ({
    personId, name, title, roles: buyingRoles, attitude, lastOn: lastInteractionAt === null ? null : dateInZone(lastInteractionAt, context.timeZone),
  }));
}

function readLast(db: Database.Database, { id, accountId, heldOn }: ReviewHead): LastReview | null {
  const before = prepared<{ id: string }>(db, `
    SELECT id FROM review WHERE account_id = @accountId AND id <> @id AND (held_on < @heldOn OR held_on = @heldOn AND id < @id) ORDER BY held_on DESC, id DESC LIMIT 1`).get({ accountId, id, heldOn });
  if (!before) return null;
  const frozen = readFrozen(db, before.id);
  return { head: readHead(db, before.id), items: readItems(db, before.id), presented: frozen && { numbers: frozen.numbers, people: frozen.people } };
}

/**
 * Everything that the pages of a review are made of. Inside `book.read` or `book.write`.
 * @throws CodedError `not-found` on `id`, `quarter-not-begun`
 */
export function readFacts(book: Book, id: string, nowMs: number, readContacts: ReadContacts): ReviewFacts {
  const { db } = book;
  const head = readHead(db, id);
  return {
    head, sections: readSections(db, id), items: readItems(db, id), participants: readParticipants(db, id),
    figures: readReviewFigures(db, head.accountId, head.period, nowMs),
    people: readPersonRows(db, head.accountId, nowMs, readContacts),
    last: readLast(db, head),
  };
}
