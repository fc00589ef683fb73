import type Database from 'better-sqlite3';
import { prepared } from './prepared.ts';
import type { Book } from './book.ts';
import { connect } from './connection.ts';
import { ERASED_OP, forgetAnswers, forgetPresented, namesOfPerson, NOTE_ERASED } from './forget-traces.ts';

const ONCE = 'ON CONFLICT DO NOTHING';
/** Whose link a log entry is of. Most keys are no JSON, and of two conditions joined by AND SQLite may try either first. */
const personInKey = (table: string): string => `CASE WHEN tbl = '${table}' THEN key ->> '$[1]' END`;

/**
 * Removes a person for good: the rows, and what the change log holds of them, so that neither undo nor history nor the
 * file as of a past date can bring them back. Log entries keep their place and key but lose their content. What others
 * wrote in free text stays. Those merged into the person are the person too. There is no undo, so ask before.
 * @param forget clears what was derived from the rows, before the file is written anew
 * @returns the ids that the person had: the own one, and those of the merged ones
 */
export function erasePerson(book: Book, personId: string, forget: () => void = () => undefined): string[] {
  const { db } = book;
  const { value: erased } = book.write({ kind: 'job', verb: 'person.erase', params: {} }, () => {
    const positions = prepared<{ id: string }>(db, 'SELECT id FROM position WHERE person_id = ?').all(personId).map((row) => row.id);
    for (const id of positions) prepared(db, 'UPDATE position SET reports_to_id = NULL WHERE reports_to_id = ?').run(id);
    prepared(db, 'UPDATE task SET person_id = NULL WHERE person_id = ?').run(personId);
    prepared(db, 'DELETE FROM interaction_person WHERE person_id = ?').run(personId);
    prepared(db, 'DELETE FROM review_person WHERE person_id = ?').run(personId);
    const said = namesOfPerson(db, personId);
    prepared(db, 'DELETE FROM position WHERE person_id = ?').run(personId);
    const names = prepared<{ id: string; mergedId: string | null }>(db, 'DELETE FROM person_known_as WHERE person_id = ? RETURNING id, merged_id AS mergedId').all(personId);
    const ids = [personId, ...names.flatMap(({ mergedId }) => (mergedId === null ? [] : [mergedId]))];
    for (const id of ids) prepared(db, "DELETE FROM distinct_pair WHERE kind = 'person' AND ? IN (first_id, second_id)").run(id);
    prepared(db, 'DELETE FROM person WHERE id = ?').run(personId);
    const past = prepared<{ key: string }>(db, `
      WITH gone AS MATERIALIZED (SELECT value AS id FROM json_each(+?))
      SELECT DISTINCT key FROM change WHERE tbl IN ('position', 'person_known_as') AND op = 3 AND (data ->> '$.person_id' IN (SELECT id FROM gone) OR data ->> '$.merged_id' IN (SELECT id FROM gone))
      UNION SELECT c.key FROM gone CROSS JOIN change c WHERE c.tbl = 'distinct_pair' AND instr(c.key, json_quote(gone.id))`)
      .all(JSON.stringify(ids)).map((row) => row.key);
    const keys = [...ids, ...names.map(({ id }) => id), ...positions, ...past];
    // Steps name the person they are about; those that undid or redid such a step name it too.
    prepared(db, `UPDATE step SET params = '{}' WHERE (verb LIKE 'person.%' OR params ->> '$.verb' LIKE 'person.%') AND no IN (
      SELECT s.step FROM change c JOIN stamp s ON s.no = c.stamp WHERE c.key IN (SELECT value FROM json_each(?)))`).run(JSON.stringify(keys));
    for (const key of keys) prepared(db, `${NOTE_ERASED} WHERE key = ? ${ONCE}`).run(key);
    for (const key of keys) prepared(db, `UPDATE change SET op = ${ERASED_OP}, data = NULL WHERE key = ?`).run(key);
    for (const key of keys) prepared(db, 'DELETE FROM overruled WHERE key = ?').run(key);
    for (const id of ids) {
      prepared(db, `${NOTE_ERASED} WHERE ${personInKey('interaction_person')} = ? ${ONCE}`).run(id);
      prepared(db, `UPDATE change SET op = ${ERASED_OP}, data = NULL WHERE ${personInKey('interaction_person')} = ?`).run(id);
      prepared(db, `${NOTE_ERASED} WHERE ${personInKey('review_person')} = ? ${ONCE}`).run(id);
      forgetAnswers(db, id);
      prepared(db, `UPDATE change SET op = ${ERASED_OP}, data = NULL WHERE ${personInKey('review_person')} = ?`).run(id);
      prepared(db, `DELETE FROM draft WHERE value LIKE '%' || ? || '%'`).run(id);
    }
    forgetPresented(db, ids, said);
    return ids;
  });
  forget();
  forgetPages(db);
  return erased;
}

/** Earlier versions of rows lie in the free parts of pages: only writing the file anew gets rid of the words. */
export function forgetPages(db: Database.Database): void {
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** Those of the backup files (absolute paths) that still hold a person under any of the ids. A file that cannot be read is counted, to be safe. */
export function backupsHolding(ids: readonly string[], files: string[]): string[] {
  return files.filter((file) => {
    try {
      const db = connect(file, { readonly: true, fileMustExist: true });
      try {
        return db.prepare(`WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(+?))
          SELECT 1 FROM wanted CROSS JOIN person p ON p.id = wanted.id UNION ALL SELECT 1 FROM wanted CROSS JOIN change c ON c.key = wanted.id AND c.op <> 4 LIMIT 1`).get(JSON.stringify(ids)) !== undefined;
      } finally {
        db.close();
      }
    } catch {
      return true;
    }
  });
}
