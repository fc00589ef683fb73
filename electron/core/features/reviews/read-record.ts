import type Database from 'better-sqlite3';
import type { Participants, ReviewHead, ReviewItem, SectionKind, SectionState } from '#shared/domain/review/record.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';

type HeadRow = Omit<ReviewHead, 'period'> & { year: number; quarter: number };

export const HEAD = `
  r.id, r.account_id AS accountId, a.name AS accountName, r.year, r.quarter, r.held_on AS heldOn, r.place, r.language, r.rating, r.rating_note AS ratingNote, r.frozen_at AS frozenAt, r.template`;

export const toHead = <T extends HeadRow>({ year, quarter, ...row }: T): Omit<T, 'year' | 'quarter'> & Pick<ReviewHead, 'period'> => ({ ...row, period: { year, quarter } });

/** @throws CodedError `not-found` on `id` */
export function readHead(db: Database.Database, id: string): ReviewHead {
  return toHead(found(prepared<HeadRow>(db, `SELECT ${HEAD} FROM review r JOIN account a ON a.id = r.account_id WHERE r.id = ?`).get(id), 'id'));
}

/** In their order. */
export function readSections(db: Database.Database, reviewId: string): SectionState[] {
  return prepared<Omit<SectionState, 'hidden'> & { hidden: number }>(db, 'SELECT kind, hidden, commentary FROM review_section WHERE review_id = ? ORDER BY place, kind').all(reviewId)
    .map((row) => ({ ...row, hidden: row.hidden === 1 }));
}

interface ItemRow {
  id: string;
  kind: ReviewItem['kind'];
  text: string;
  taskId: string | null;
  dueOn: string | null;
  colleagueId: string | null;
  personId: string | null;
  owner: string | null;
  doneAt: number | null;
}

const ITEMS = `
  SELECT i.id, i.kind, coalesce(t.title, i.text) AS text, t.id AS taskId, t.due_on AS dueOn, t.colleague_id AS colleagueId, t.person_id AS personId,
    coalesce(c.name, p.name) AS owner, t.done_at AS doneAt
  FROM review_item i LEFT JOIN task t ON t.id = i.task_id LEFT JOIN colleague c ON c.id = t.colleague_id LEFT JOIN person p ON p.id = t.person_id
  WHERE i.review_id = ? ORDER BY i.place, i.id`;

/** In their order; an action is worded as its task is now. */
export function readItems(db: Database.Database, reviewId: string): ReviewItem[] {
  return prepared<ItemRow>(db, ITEMS).all(reviewId).map(({ id, kind, text, taskId, doneAt, ...task }) => ({ id, kind, text, task: taskId === null ? null : { id: taskId, ...task, done: doneAt !== null } }));
}

/** Theirs and ours by name. */
export function readParticipants(db: Database.Database, reviewId: string): Participants {
  return {
    people: prepared<Participants['people'][number]>(db, `
      SELECT p.id, p.name, (SELECT title FROM position o WHERE o.person_id = p.id AND o.account_id = r.account_id LIMIT 1) AS title
      FROM review_person x JOIN person p ON p.id = x.person_id JOIN review r ON r.id = x.review_id WHERE x.review_id = ? ORDER BY p.name, p.id`).all(reviewId),
    colleagues: prepared<Participants['colleagues'][number]>(db, 'SELECT c.id, c.name FROM review_colleague x JOIN colleague c ON c.id = x.colleague_id WHERE x.review_id = ? ORDER BY c.name, c.id').all(reviewId),
  };
}

/** Sections that a review has, by kind. */
export const kindsOf = (sections: readonly SectionState[]): SectionKind[] => sections.map(({ kind }) => kind);
