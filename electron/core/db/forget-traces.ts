import type Database from 'better-sqlite3';
import { forgetPerson } from '#shared/domain/review/forget-person.ts';
import type { LoggedRow, LoggedUpdate, LoggedValue } from './log.ts';
import { prepared } from './prepared.ts';

/** A log entry of which only the fact is left. */
export const ERASED_OP = 4;

/** Other books erase what is noted here. */
export const NOTE_ERASED = 'INSERT INTO erased (tbl, key, stamp) SELECT DISTINCT tbl, key, (SELECT stamp FROM writing) FROM change';

const ANSWERS = "(key GLOB 'birthday:' || @id || ':*' OR key GLOB 'keepInTouch:' || @id || ':*')";

/** What a person is called, was called before, and would be called by what other books wrote and was overruled. */
export function namesOfPerson(db: Database.Database, id: string): string[] {
  return prepared<{ name: string }>(db, `
    SELECT name FROM person WHERE id = @id UNION SELECT name FROM person_known_as WHERE person_id = @id
    UNION SELECT data ->> '$.name[0]' FROM change WHERE key = @id AND tbl = 'person' AND op = 2 AND data ->> '$.name[0]' IS NOT NULL
    UNION SELECT data ->> '$.name' FROM overruled WHERE key = @id AND tbl = 'person' AND data ->> '$.name' IS NOT NULL`).all({ id }).map(({ name }) => name);
}

/** What a person is or was called, and where they are reached. */
export function saidOfPerson(db: Database.Database, id: string): string[] {
  return prepared<{ value: string }>(db, `
    SELECT DISTINCT value FROM (
      SELECT name AS value FROM person WHERE id = @id UNION ALL SELECT email FROM person WHERE id = @id UNION ALL SELECT phone FROM person WHERE id = @id
      UNION ALL SELECT mobile FROM person WHERE id = @id UNION ALL SELECT wechat FROM person WHERE id = @id UNION ALL SELECT name FROM person_known_as WHERE person_id = @id)
    WHERE value IS NOT NULL AND value <> ''`).all({ id }).map(({ value }) => value);
}

/**
 * Takes people out of the reviews that were presented, and out of what the log and the overruled values have of these:
 * the past then shows them without the people. To be called within a step.
 */
export function forgetPresented(db: Database.Database, ids: readonly string[], names: readonly string[]): void {
  const forget = (value: LoggedValue | undefined): LoggedValue => (typeof value === 'string' ? forgottenIn(value, ids, names) : value ?? null);
  for (const { id, document } of prepared<{ id: string; document: string }>(db, 'SELECT review_id AS id, document FROM review_frozen').all()) {
    const kept = forget(document);
    if (kept !== document) prepared(db, 'UPDATE review_frozen SET document = ? WHERE review_id = ?').run(kept, id);
  }
  for (const { arrival, data } of prepared<{ arrival: number; data: string }>(db, "SELECT arrival, data FROM change WHERE tbl = 'review_frozen' AND data IS NOT NULL").all()) {
    const entry = JSON.parse(data) as Partial<LoggedRow & LoggedUpdate>;
    const document = Array.isArray(entry['document']) ? entry['document'].map(forget) : forget(entry['document']);
    prepared(db, 'UPDATE change SET data = ? WHERE arrival = ?').run(JSON.stringify({ ...entry, document }), arrival);
  }
  for (const { key, stamp, data } of prepared<{ key: string; stamp: number; data: string }>(db, "SELECT key, stamp, data FROM overruled WHERE tbl = 'review_frozen' AND data ->> '$.document' IS NOT NULL").all()) {
    const fields = JSON.parse(data) as LoggedRow;
    prepared(db, "UPDATE overruled SET data = ? WHERE key = ? AND tbl = 'review_frozen' AND stamp = ?").run(JSON.stringify({ ...fields, document: forget(fields['document']) }), key, stamp);
  }
}

/** What another program wrote may be no document: the names go from it all the same. */
function forgottenIn(document: string, ids: readonly string[], names: readonly string[]): string {
  try {
    return forgetPerson(document, ids, names);
  } catch {
    return names.reduce((text, name) => text.replaceAll(name, '–'), document);
  }
}

/** Takes the answers to reminders of a person out of rows and log. To be called within a step. */
export function forgetAnswers(db: Database.Database, id: string): void {
  prepared(db, `${NOTE_ERASED} WHERE tbl = 'reminder_answer' AND ${ANSWERS} ON CONFLICT DO NOTHING`).run({ id });
  prepared(db, `DELETE FROM reminder_answer WHERE ${ANSWERS}`).run({ id });
  prepared(db, `UPDATE change SET op = ${ERASED_OP}, data = NULL WHERE tbl = 'reminder_answer' AND ${ANSWERS}`).run({ id });
}

/**
 * A presented review is written anew for one reason only, that it has to forget somebody: of those that came from an
 * arrival on, the log keeps nothing of what they said before.
 */
export function forgetRewritten(db: Database.Database, from: number): void {
  prepared(db, `
    UPDATE change SET data = json_object('document', json_array(data ->> '$.document[1]', data ->> '$.document[1]'))
    WHERE arrival >= ? AND tbl = 'review_frozen' AND op = 2`).run(from);
}
