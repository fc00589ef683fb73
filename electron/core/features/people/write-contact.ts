import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import type { PersonFields, PositionFields } from '#shared/domain/person/model.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { person, position } from '#core/db/schema/people.ts';
import type { PositionHead } from './read-people.ts';

export interface NewContact {
  person: Partial<PersonFields> & { id: string; name: string; createdAt: number };
  position: Partial<PositionFields> & { id: string; accountId: string };
}

/** A person with the first position. Inside `book.write`. */
export function insertContact(book: Book, contact: NewContact): void {
  book.orm.insert(person).values(contact.person).run();
  book.orm.insert(position).values({ ...contact.position, personId: contact.person.id }).run();
}

/** Inside `book.write`; empty patches change nothing. */
export function updateContact(book: Book, { id, personId }: PositionHead, personPatch: Partial<PersonFields>, positionPatch: Partial<PositionFields>): void {
  if (Object.keys(personPatch).length > 0) book.orm.update(person).set(personPatch).where(eq(person.id, personId)).run();
  if (Object.keys(positionPatch).length > 0) book.orm.update(position).set(positionPatch).where(eq(position.id, id)).run();
}

/**
 * Takes a position away. Those who reported to it report to nobody; the person goes with the last position,
 * unless interactions, reviews or tasks still name them.
 */
export function deletePosition(db: Database.Database, { id, personId }: PositionHead): void {
  prepared(db, 'UPDATE position SET reports_to_id = NULL WHERE reports_to_id = +?').run(id);
  prepared(db, 'DELETE FROM position WHERE id = ?').run(id);
  prepared(db, `DELETE FROM person WHERE id = @personId
    AND NOT EXISTS (SELECT 1 FROM position WHERE person_id = @personId)
    AND NOT EXISTS (SELECT 1 FROM person_known_as WHERE person_id = @personId)
    AND NOT EXISTS (SELECT 1 FROM interaction_person WHERE person_id = @personId)
    AND NOT EXISTS (SELECT 1 FROM review_person WHERE person_id = @personId)
    AND NOT EXISTS (SELECT 1 FROM task WHERE person_id = @personId)`).run({ personId });
}
