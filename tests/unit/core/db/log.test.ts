import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deletedRowOf, entriesOfRow, entriesOfStep, readStep, updateOf } from '#core/db/log.ts';
import { undoStep } from '#core/db/undo.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
beforeEach(() => { t = testBook(); });
afterEach(() => t.dispose());

const write = (sql: string): number => t.book.write({ kind: 'user', verb: 'account.update', params: { name: '恒岳', count: 2 } }, () => t.book.db.exec(sql)).stepNo;
const addSql = (id: string): string => `INSERT INTO account (id, name, created_at) VALUES ('${id}', '${id}', 0);`;

describe('the change log', () => {
  it('gives a step with its words, its author by name and how much it changed', () => {
    const no = write(addSql('a') + addSql('b'));
    expect(readStep(t.book.db, no)).toEqual({ no, kind: 'user', verb: 'account.update', params: { name: '恒岳', count: 2 }, actor: 'Lin Xiaotong', at: t.clock.ms, undoes: null, undoneBy: null, changes: 2 });
    expect(readStep(t.book.db, no + 1)).toBeNull();
  });

  it('gives the entries of a step without those of a save between its chunks', async () => {
    const step = t.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} });
    step.chunk(() => t.book.db.exec(addSql('a') + addSql('b')));
    const between = write("UPDATE account SET city = 'Wuxi' WHERE id = 'a'");
    step.chunk(() => t.book.db.exec(addSql('c')));
    await step.finish();
    expect([...entriesOfStep(t.book.db, step.no)].map(({ key, op, kind }) => [key, op, kind])).toEqual([['a', 1, 'import'], ['b', 1, 'import'], ['c', 1, 'import']]);
    expect([...entriesOfStep(t.book.db, between)].map((entry) => updateOf(entry))).toEqual([{ city: [null, 'Wuxi'] }]);
    expect(readStep(t.book.db, step.no)?.changes).toBe(3);
    expect([...entriesOfStep(t.book.db, 999)]).toEqual([]);
  });

  it('gives the entries of one row, oldest first, not those of another table under the same key', () => {
    write(`${addSql('a')} INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'a', 1, 'call', 's'); INSERT INTO interaction_text (interaction_id) VALUES ('i');`);
    const no = write("UPDATE interaction SET summary = 'x'; DELETE FROM interaction_text; DELETE FROM interaction");
    const { step } = undoStep(t.book, no);
    const entries = entriesOfRow(t.book.db, 'interaction', 'i');
    expect(entries.map((entry) => [entry.op, entry.step, entry.undoes])).toEqual([[1, no - 1, null], [2, no, null], [3, no, null], [1, step.no, no]]);
    expect(entries[2] && deletedRowOf(entries[2])).toMatchObject({ id: 'i', summary: 'x', kind: 'call', place: null });
  });
});
