import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import type { FrozenReview } from '#shared/domain/review/frozen.ts';
import type { ReviewFields, SectionKind } from '#shared/domain/review/record.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { review } from '#core/db/schema/review.ts';

/** Everything here runs inside `book.write`. */
export type NewReview = Pick<ReviewFields, 'period' | 'heldOn' | 'language'> & { id: string; accountId: string; createdAt: number; template: string; sections: readonly SectionKind[] };

export function insertReview(book: Book, { period, sections, ...row }: NewReview): void {
  book.orm.insert(review).values({ ...row, ...period }).run();
  sections.forEach((kind, place) => insertSection(book.db, row.id, kind, place));
}

export function insertSection(db: Database.Database, reviewId: string, kind: SectionKind, place: number): void {
  prepared(db, 'INSERT INTO review_section (review_id, kind, place) VALUES (?, ?, ?)').run(reviewId, kind, place);
}

/** An empty patch changes nothing. */
export function updateReview(book: Book, id: string, { period, ...patch }: Partial<ReviewFields> & { frozenAt?: number }): void {
  const fields = { ...patch, ...period };
  if (Object.keys(fields).length > 0) book.orm.update(review).set(fields).where(eq(review.id, id)).run();
}

/** Numbers the sections in the order given. */
export function orderSections(db: Database.Database, reviewId: string, kinds: readonly SectionKind[]): void {
  const place = prepared(db, 'UPDATE review_section SET place = ? WHERE review_id = ? AND kind = ?');
  kinds.forEach((kind, at) => place.run(at, reviewId, kind));
}

export function hideSection(db: Database.Database, reviewId: string, kind: SectionKind, hidden: boolean): void {
  prepared(db, 'UPDATE review_section SET hidden = ? WHERE review_id = ? AND kind = ?').run(hidden ? 1 : 0, reviewId, kind);
}

export function commentSection(db: Database.Database, reviewId: string, kind: SectionKind, text: string): void {
  prepared(db, 'UPDATE review_section SET commentary = ? WHERE review_id = ? AND kind = ?').run(text, reviewId, kind);
}

/** Replaces those of one side: who stays keeps the row. */
function replaceSide(db: Database.Database, table: 'review_person' | 'review_colleague', column: 'person_id' | 'colleague_id', reviewId: string, ids: readonly string[]): void {
  prepared(db, `DELETE FROM ${table} WHERE review_id = ? AND ${column} NOT IN (SELECT value FROM json_each(?))`).run(reviewId, JSON.stringify(ids));
  for (const id of ids) prepared(db, `INSERT INTO ${table} (review_id, ${column}) VALUES (?, ?) ON CONFLICT DO NOTHING`).run(reviewId, id);
}

export function writeParticipants(db: Database.Database, reviewId: string, personIds: readonly string[], colleagueIds: readonly string[]): void {
  replaceSide(db, 'review_person', 'person_id', reviewId, personIds);
  replaceSide(db, 'review_colleague', 'colleague_id', reviewId, colleagueIds);
}

export function insertItem(db: Database.Database, item: { id: string; reviewId: string; kind: string; text: string; taskId: string | null }): void {
  prepared(db, `INSERT INTO review_item (id, review_id, kind, place, text, task_id)
    VALUES (@id, @reviewId, @kind, (SELECT coalesce(max(place), -1) + 1 FROM review_item WHERE review_id = @reviewId AND kind = @kind), @text, @taskId)`).run(item);
}

/** Numbers the lines of a kind in the order given; one that keeps its number is not written. */
export function orderItems(db: Database.Database, ids: readonly string[]): void {
  const place = prepared(db, 'UPDATE review_item SET place = @at WHERE id = @id AND place <> @at');
  ids.forEach((id, at) => place.run({ id, at }));
}

export function insertFrozen(db: Database.Database, reviewId: string, document: FrozenReview): void {
  prepared(db, 'INSERT INTO review_frozen (review_id, document) VALUES (?, ?)').run(reviewId, JSON.stringify(document));
}

/** With all its parts; tasks that came of it stay. */
export function deleteReview(db: Database.Database, id: string): void {
  for (const table of ['review_frozen', 'review_item', 'review_colleague', 'review_person', 'review_section']) prepared(db, `DELETE FROM ${table} WHERE review_id = ?`).run(id);
  prepared(db, 'DELETE FROM review WHERE id = ?').run(id);
}
