import type Database from 'better-sqlite3';
import type { Interaction } from '#shared/domain/interaction/model.ts';
import { found } from '#shared/kernel/found.ts';
import { prepared } from '#core/db/prepared.ts';

type Head = Omit<Interaction, 'personIds' | 'colleagueIds' | 'people' | 'colleagues'>;

const HEAD = `
  SELECT i.id, i.account_id AS accountId, i.at, i.kind, i.duration_minutes AS durationMinutes, i.place, i.summary,
    coalesce(t.notes, '') AS notes, coalesce(t.decisions, '') AS decisions
  FROM interaction i LEFT JOIN interaction_text t ON t.interaction_id = i.id WHERE i.id = ?`;

/** Of a person with several positions the title at this account is shown. */
const PEOPLE = `
  SELECT p.id, p.name, (SELECT o.title FROM position o WHERE o.person_id = p.id ORDER BY o.account_id = +@accountId DESC, o.id LIMIT 1) AS title
  FROM interaction_person l JOIN person p ON p.id = l.person_id WHERE l.interaction_id = +@id ORDER BY p.name, p.id`;

const COLLEAGUES = `
  SELECT c.id, c.name FROM interaction_colleague l JOIN colleague c ON c.id = l.colleague_id WHERE l.interaction_id = +? ORDER BY c.id IS (SELECT me FROM book) DESC, c.name, c.id`;

/** @throws CodedError `not-found` on `id` */
export function readInteraction(db: Database.Database, id: string): Interaction {
  const head = found(prepared<Head>(db, HEAD).get(id), 'id');
  const people = prepared<Interaction['people'][number]>(db, PEOPLE).all({ id, accountId: head.accountId });
  const colleagues = prepared<Interaction['colleagues'][number]>(db, COLLEAGUES).all(id);
  return { ...head, people, colleagues, personIds: people.map((one) => one.id), colleagueIds: colleagues.map((one) => one.id) };
}
