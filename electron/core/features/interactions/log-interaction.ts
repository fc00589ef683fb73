import type Database from 'better-sqlite3';
import type { LogInteraction } from '#shared/domain/interaction/model.ts';
import type { LogPlan } from '#shared/domain/interaction/plan-log.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { found } from '#shared/kernel/found.ts';
import type { Book } from '#core/db/book.ts';
import { prepared } from '#core/db/prepared.ts';
import { interaction, interactionColleague, interactionPerson, interactionText, task } from '#core/db/schema/interaction.ts';
import { person, position } from '#core/db/schema/people.ts';

/** Name of an account. @throws CodedError `not-found` on `accountId` */
export function accountName(db: Database.Database, id: string): string {
  return found(prepared<{ name: string }>(db, 'SELECT name FROM account WHERE id = ?').get(id), 'accountId').name;
}

function checkKnown(db: Database.Database, table: 'person' | 'colleague', ids: readonly string[], field: string): void {
  const missing = prepared<{ id: string }>(db, `SELECT value AS id FROM json_each(+?) WHERE value NOT IN (SELECT id FROM ${table}) LIMIT 1`).get(JSON.stringify(ids));
  if (missing) throw new CodedError('not-found', { where: { field } });
}

/** @throws CodedError `not-found` on the field, and for next steps the row from 1, that names someone unknown */
function checkPeople(db: Database.Database, plan: LogPlan): void {
  checkKnown(db, 'person', plan.personIds, 'personIds');
  checkKnown(db, 'colleague', plan.colleagueIds, 'colleagueIds');
  plan.tasks.forEach(({ personId, colleagueId }, index) => {
    const isKnown = (table: string, id: string | null): boolean => id === null || prepared(db, `SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined;
    if (!isKnown('person', personId)) throw new CodedError('not-found', { where: { field: 'nextSteps.personId', row: index + 1 } });
    if (!isKnown('colleague', colleagueId)) throw new CodedError('not-found', { where: { field: 'nextSteps.colleagueId', row: index + 1 } });
  });
}

/**
 * Writes an interaction with everything it brings; inside `book.write`.
 * @param now ms UTC
 * @throws CodedError `not-found` for an account, person or colleague that is not in the book
 */
export function logInteraction(book: Book, input: LogInteraction, plan: LogPlan, now: number): void {
  const { orm, db } = book;
  const { accountId, kind, at, durationMinutes, place, summary, notes, decisions } = input;
  const { interactionId } = plan;
  accountName(db, accountId);
  for (const { personId, positionId, name, title } of plan.newPeople) {
    orm.insert(person).values({ id: personId, name, createdAt: now }).run();
    orm.insert(position).values({ id: positionId, personId, accountId, title }).run();
  }
  checkPeople(db, plan);
  orm.insert(interaction).values({ id: interactionId, accountId, at, kind, durationMinutes, place: place === '' ? null : place, summary }).run();
  orm.insert(interactionText).values({ interactionId, notes, decisions }).run();
  for (const personId of plan.personIds) orm.insert(interactionPerson).values({ interactionId, personId }).run();
  for (const colleagueId of plan.colleagueIds) orm.insert(interactionColleague).values({ interactionId, colleagueId }).run();
  for (const step of plan.tasks) orm.insert(task).values({ ...step, accountId, interactionId, createdAt: now }).run();
}

/** Removes an interaction with its parts; its next steps stay, as tasks of their own. Inside `book.write`. */
export function removeInteraction(db: Database.Database, id: string): void {
  prepared(db, 'UPDATE task SET interaction_id = NULL WHERE interaction_id = +?').run(id);
  for (const part of ['interaction_person', 'interaction_colleague', 'interaction_text']) {
    prepared(db, `DELETE FROM ${part} WHERE interaction_id = +?`).run(id);
  }
  prepared(db, 'DELETE FROM interaction WHERE id = ?').run(id);
}
