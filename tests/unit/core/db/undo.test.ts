import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStep } from '#core/db/log.ts';
import { nextRedo, nextUndo, previewUndo, undoStep } from '#core/db/undo.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import type { StepKind } from '#shared/domain/history/model.ts';
import { BookFiller } from '#tests/builders/book-filler.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

let t: TestBook;
let fill: BookFiller;
beforeEach(() => {
  t = testBook();
  fill = new BookFiller(t.book.db);
});
afterEach(() => t.dispose());

const coded = (code: string): object => expect.objectContaining({ code });
const write = (work: () => void, kind: StepKind = 'user'): number => t.book.write({ kind, verb: 'account.update', params: { name: 'A' } }, work).stepNo;
const account = (name: string, kind?: StepKind): number => write(() => void fill.account(name), kind);
const rows = (sql: string): unknown[] => t.book.db.prepare(sql).pluck().all();

/** Writes as another colleague of the same book. */
function asOther(work: () => number): number {
  const me = rows('SELECT me FROM book')[0];
  t.book.db.exec("UPDATE book SET me = 'other'");
  const no = work();
  t.book.db.prepare('UPDATE book SET me = ?').run(me);
  return no;
}

describe('what Ctrl+Z takes', () => {
  it("is the user's own last step that stands; never a job's, another's, an open one or the making of the book", () => {
    expect(nextUndo(t.book.db)).toBeNull();
    const first = account('A');
    const second = account('B');
    account('job', 'job');
    write(() => t.book.db.exec("INSERT INTO colleague (id, name) VALUES ('other', 'Wang')"), 'job');
    asOther(() => account('C'));
    t.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} });
    expect(nextUndo(t.book.db)?.no).toBe(second);
    undoStep(t.book, second);
    expect(nextUndo(t.book.db)?.no).toBe(first);
    undoStep(t.book, first);
    expect(nextUndo(t.book.db)).toBeNull();
  });

  it('is an import once it is finished', async () => {
    const open = t.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} });
    open.chunk(() => fill.account('A'));
    await open.finish();
    expect(nextUndo(t.book.db)?.no).toBe(open.no);
  });
});

describe('what Ctrl+Shift+Z takes', () => {
  it('goes back through the undos, newest first, and the step can then be undone again', () => {
    const first = account('A');
    const second = account('B');
    undoStep(t.book, second);
    undoStep(t.book, first);
    expect(nextRedo(t.book.db)?.undoes).toBe(first);
    const redo = undoStep(t.book, nextRedo(t.book.db)?.no ?? 0).step;
    expect(redo).toMatchObject({ kind: 'redo', verb: 'redo', params: { verb: 'account.update', name: 'A' } });
    expect(rows('SELECT name FROM account')).toEqual(['A']);
    expect(readStep(t.book.db, first)?.undoneBy).toBeNull();
    expect(nextUndo(t.book.db)?.no).toBe(first);
    expect(nextRedo(t.book.db)?.undoes).toBe(second);
  });

  it.each([['user', null], ['import', null], ['job', 'stays']] as const)('after a later %s step: %s', (kind, stays) => {
    const first = account('A');
    const undo = undoStep(t.book, first).step.no;
    account('B', kind);
    expect(nextRedo(t.book.db)?.no).toBe(stays ? undo : undefined);
  });
});

describe('what Ctrl+Shift+Z takes beside another colleague', () => {
  it("is never the other's undo, and the other's later write does not end it", () => {
    write(() => t.book.db.exec("INSERT INTO colleague (id, name) VALUES ('other', 'Wang')"), 'job');
    const mine = account('A');
    const theirs = asOther(() => account('B'));
    asOther(() => undoStep(t.book, theirs).step.no);
    expect(nextRedo(t.book.db)).toBeNull();
    const undo = undoStep(t.book, mine).step.no;
    asOther(() => account('C'));
    expect(nextRedo(t.book.db)?.no).toBe(undo);
  });
});

describe('undoing', () => {
  it('is a step of its own that says what it undid and marks it', () => {
    const no = account('A');
    const { step } = undoStep(t.book, no);
    expect(step).toMatchObject({ kind: 'undo', verb: 'undo', undoes: no, actor: 'Lin Xiaotong', params: { verb: 'account.update', name: 'A' }, changes: 1 });
    expect(readStep(t.book.db, no)?.undoneBy).toBe(step.no);
  });

  it('that can revert nothing still leaves its step, so that what is kept was said once', () => {
    account('A');
    const no = write(() => t.book.db.exec("UPDATE account SET city = 'Wuxi'"));
    const later = write(() => t.book.db.exec("UPDATE account SET city = 'Jinan'"));
    const { step, preview } = undoStep(t.book, no);
    expect(preview).toMatchObject({ revertCount: 0, keptCount: 1, kept: [{ label: 'A', field: 'city', reason: 'changed-later', byStep: later, byActor: 'Lin Xiaotong' }] });
    expect(step.changes).toBe(0);
    expect(readStep(t.book.db, no)?.undoneBy).toBe(step.no);
  });

  it('lists at most 500 changes of a row or a field, and counts them all', () => {
    write(() => { for (let n = 0; n < 300; n += 1) fill.account(`A${n}`); });
    const no = write(() => t.book.db.exec("UPDATE account SET city = 'Wuxi', phone = '1'"));
    write(() => t.book.db.exec("UPDATE account SET city = 'Jinan' WHERE name = 'A0'"));
    const preview = previewUndo(t.book, no);
    expect(preview).toMatchObject({ revertCount: 599, keptCount: 1 });
    expect(preview.reverts).toHaveLength(500);
    expect(preview.reverts[0]).toMatchObject({ label: 'A0', field: 'phone', from: '1', to: null });
  });

  it('refuses what is unknown, undone already or still going on', () => {
    const no = account('A');
    undoStep(t.book, no);
    const open = t.book.openStep({ kind: 'import', verb: 'import.accounts', params: {} });
    open.chunk(() => fill.account('B'));
    for (const act of [undoStep, previewUndo]) {
      expect(() => act(t.book, 999)).toThrow(coded('step-not-found'));
      expect(() => act(t.book, no)).toThrow(coded('nothing-to-undo'));
      expect(() => act(t.book, 1), 'the making of the book').toThrow(coded('nothing-to-undo'));
      expect(() => act(t.book, open.no)).toThrow(coded('step-open'));
    }
    expect(rows('SELECT name FROM account')).toEqual(['B']);
  });

  it('previews the deed and leaves no trace of it', () => {
    const no = account('A');
    write(() => t.book.db.exec("INSERT INTO task (id, account_id, title, created_at) VALUES ('t', 'account-0001', 'T', 0)"));
    const count = (): unknown[] => rows('SELECT (SELECT count(*) FROM step) || \' \' || (SELECT count(*) FROM change)');
    const before = { hashes: tableHashes(t.book.db), count: count() };
    const preview = previewUndo(t.book, no);
    expect({ hashes: tableHashes(t.book.db), count: count() }).toEqual(before);
    expect(undoStep(t.book, no).preview).toEqual(preview);
    expect(preview.kept).toMatchObject([{ table: 'account', key: 'account-0001', label: 'A', op: 'insert', field: null, reason: 'depended-on' }]);
  });
});

describe('reverting an import', () => {
  it('of several hundred rows keeps the one that a colleague changed later, and says whose change it is', async () => {
    write(() => t.book.db.exec("INSERT INTO colleague (id, name) VALUES ('other', 'Wang')"));
    const open = t.book.openStep({ kind: 'import', verb: 'import.accounts', params: { file: 'customers.csv' } });
    for (let chunk = 0; chunk < 6; chunk += 1) {
      open.chunk(() => {
        for (let n = 0; n < 100; n += 1) fill.account(`Account ${chunk * 100 + n}`);
      });
    }
    await open.finish({ count: 600 });
    const later = asOther(() => write(() => t.book.db.exec("UPDATE account SET city = 'Wuxi' WHERE name = 'Account 300'")));
    const { step, preview } = undoStep(t.book, open.no);
    expect(rows('SELECT name FROM account')).toEqual(['Account 300']);
    expect(preview).toMatchObject({ revertCount: 599, keptCount: 1, kept: [{ label: 'Account 300', op: 'insert', reason: 'changed-later', byStep: later, byActor: 'Wang' }] });
    expect(preview.reverts).toHaveLength(500);
    expect(preview.reverts[0]).toEqual({ table: 'account', key: 'account-0001', label: 'Account 0', op: 'delete', field: null, from: null, to: null });
    expect(step.params).toEqual({ file: 'customers.csv', count: 600, verb: 'import.accounts' });
    undoStep(t.book, step.no);
    expect(rows('SELECT count(*) FROM account')).toEqual([600]);
    expect(rows("SELECT city FROM account WHERE name = 'Account 300'")).toEqual(['Wuxi']);
  });
});
