import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAsOfArrival } from '#core/db/as-of.ts';
import { connect } from '#core/db/connection.ts';
import { backupsHolding, erasePerson } from '#core/db/erase-person.ts';
import { takeBackup } from '#core/db/take-backup.ts';
import { nextUndo, undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { mergePeople } from '#core/features/duplicates/merge-records.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
const NAME = 'Katharina Unvergesslich';

const write = (sql: string): number => t.book.write({ kind: 'user', verb: 'person.update', params: { name: NAME } }, () => t.book.db.exec(sql)).stepNo;

beforeEach(() => {
  t = testBook();
  write(`INSERT INTO account (id, name, created_at) VALUES ('a', 'A', 0);
    INSERT INTO person (id, name, created_at) VALUES ('p', '${NAME}', 0), ('q', 'Other', 0);
    INSERT INTO position (id, person_id, account_id, title) VALUES ('pp', 'p', 'a', 'Dr. ${NAME}'), ('qq', 'q', 'a', NULL);
    UPDATE position SET reports_to_id = 'pp' WHERE id = 'qq';
    INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'a', 0, 'call', 's');
    INSERT INTO interaction_person VALUES ('i', 'p'), ('i', 'q');
    INSERT INTO task (id, account_id, title, person_id, created_at) VALUES ('t', 'a', 'x', 'p', 0);
    INSERT INTO draft VALUES ('log', '{"personIds":["p"]}', 0);`);
  write(`UPDATE person SET name = '${NAME} the Second' WHERE id = 'p'`);
});
afterEach(() => t.dispose());

describe('erasing a person for good', () => {
  it('leaves no trace in rows, log, past or file, and the book agrees with its log', () => {
    undoStep(t.book, write("UPDATE position SET influence = 3 WHERE id = 'pp'"));
    erasePerson(t.book, 'p');
    for (const table of ['person', 'position', 'interaction_person', 'change', 'step', 'draft', 'task']) {
      expect(JSON.stringify(t.book.db.prepare(`SELECT * FROM "${table}"`).all()), table).not.toContain(NAME);
    }
    expect(readAsOfArrival(t.book, 12, (db) => db.prepare('SELECT id FROM person').pluck().all())).toEqual(['q']);
    expect(verifyBook(t.book.db).problems).toEqual([]);
    t.book.close();
    expect(readFileSync(t.path).includes(NAME)).toBe(false);
  });

  it('takes the birthday and the answers to reminders of it along, in rows and log', () => {
    write(`UPDATE person SET birthday = 'lunar:1971-10-18' WHERE id = 'p'; INSERT INTO reminder_answer VALUES
      ('birthday:p:2026-11-26:7', 'a', NULL, 0), ('keepInTouch:p:0', 'a', NULL, 0), ('birthday:pp:2026-11-26:7', 'a', NULL, 0), ('task:t:x', 'a', NULL, 0)`);
    write("UPDATE reminder_answer SET snoozed_until = 1971 WHERE key = 'birthday:p:2026-11-26:7'");
    erasePerson(t.book, 'p');
    expect(t.book.db.prepare('SELECT key FROM reminder_answer ORDER BY key').pluck().all()).toEqual(['birthday:pp:2026-11-26:7', 'task:t:x']);
    expect(JSON.stringify(t.book.db.prepare('SELECT data FROM change').all())).not.toContain('1971');
    expect(verifyBook(t.book.db).problems).toEqual([]);
  });

  it('takes them out of reviews, presented ones and the log included', () => {
    const document = JSON.stringify({ people: [{ id: 'p', name: NAME }, { id: 'q', name: 'Other' }], pages: [`${NAME} decides`] });
    write(`INSERT INTO review (id, account_id, year, quarter, held_on, language, created_at) VALUES ('r', 'a', 2026, 4, '2026-12-03', 'en', 0);
      INSERT INTO review_person VALUES ('r', 'p'), ('r', 'q');
      INSERT INTO review_frozen VALUES ('r', '{}')`);
    write(`UPDATE review_frozen SET document = '${document}'; DELETE FROM review_person WHERE person_id = 'p'`);
    undoStep(t.book, write("DELETE FROM review_frozen"));
    erasePerson(t.book, 'p');
    for (const table of ['change', 'review_frozen']) expect(JSON.stringify(t.book.db.prepare(`SELECT * FROM "${table}"`).all()), table).not.toContain(NAME);
    const kept = JSON.parse(t.book.db.prepare('SELECT document FROM review_frozen').pluck().get() as string) as { people: unknown };
    expect(kept.people).toEqual([{ id: 'q', name: 'Other' }]);
    expect(t.book.db.prepare('SELECT person_id FROM review_person').pluck().all()).toEqual(['q']);
    expect(verifyBook(t.book.db).problems).toEqual([]);
  });

  it('is not taken back by Ctrl+Z or by undoing the steps that made the person', () => {
    erasePerson(t.book, 'p');
    const steps = t.book.db.prepare("SELECT no FROM step WHERE verb LIKE 'person.%' AND kind = 'user' ORDER BY no DESC").pluck().all() as number[];
    expect(nextUndo(t.book.db)?.no).toBe(steps[0]);
    for (const no of steps) undoStep(t.book, no);
    // The other one stays, because the erasure changed whom they report to.
    expect(t.book.db.prepare('SELECT id FROM person').pluck().all()).toEqual(['q']);
    expect(verifyBook(t.book.db).problems).toEqual([]);
  });

  it('names the backups that still hold the person', () => {
    const early = join(t.dir, 'early.ballast');
    const late = join(t.dir, 'late.ballast');
    takeBackup(t.path, early);
    erasePerson(t.book, 'p');
    takeBackup(t.path, late);
    expect(backupsHolding(['p'], [early, late, join(t.dir, 'none')])).toEqual([early, join(t.dir, 'none')]);
  });

  it('names the backups that hold one who was merged into the person, over several merges', () => {
    const file = (name: string): string => join(t.dir, `${name}.ballast`);
    t.book.write({ kind: 'user', verb: 'person.create', params: {} }, () => t.book.db.exec(`
      INSERT INTO person (id, name, created_at) VALUES ('first', '${NAME}', 0), ('second', '${NAME}', 0)`));
    takeBackup(t.path, file('apart'));
    mergePeople(t.book, t.deps.ids, { survivorId: 'second', mergedId: 'first' }, {});
    mergePeople(t.book, t.deps.ids, { survivorId: 'p', mergedId: 'second' }, {});
    const only = connect(file('apart'), { fileMustExist: true });
    // A backup in which only one of the merged ones is left.
    only.exec("PRAGMA foreign_keys = OFF; DELETE FROM person WHERE id <> 'first'; DELETE FROM change");
    only.close();
    const ids = erasePerson(t.book, 'p');
    expect(ids.toSorted()).toEqual(['first', 'p', 'second']);
    takeBackup(t.path, file('after'));
    expect(backupsHolding(ids, [file('apart'), file('after')])).toEqual([file('apart')]);
    expect(backupsHolding(['p'], [file('apart')])).toEqual([]);
  });
});
