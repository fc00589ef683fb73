import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CurrentBook } from '#core/db/current-book.ts';
import { createHistoryHandlers } from '#core/features/history/handlers.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const call = { signal: new AbortController().signal };

let made: FeatureBook;
let handlers: ReturnType<typeof createHistoryHandlers>;
beforeEach(() => {
  made = featureBook();
  handlers = createHistoryHandlers({ current: made.deps.current });
});
afterEach(() => made.dispose());

const coded = (code: string): object => expect.objectContaining({ code });
const sql = (text: string): number => made.book.write({ kind: 'user', verb: 'account.update', params: { name: 'A' } }, () => made.book.db.exec(text)).stepNo;
const account = (name: string): number => sql(`INSERT INTO account (id, name, created_at) VALUES ('${name}', '${name}', 0)`);
const steps = async (input: { accountId?: string; before?: number; limit?: number }): Promise<number[]> =>
  (await handlers.steps({ accountId: input.accountId, before: input.before ?? null, limit: input.limit ?? 200 }, call)).map((step) => step.no);

describe('steps', () => {
  it('come newest first, page by page, each once, down to the making of the book', async () => {
    const numbers = ['a', 'b', 'c', 'd'].map(account);
    const seen: number[][] = [];
    for (let before: number | undefined; seen.length < 5;) {
      const page = await steps({ before, limit: 2 });
      seen.push(page);
      before = page.at(-1);
      if (page.length < 2) break;
    }
    expect(seen).toEqual([[numbers[3], numbers[2]], [numbers[1], numbers[0]], [1]]);
  });

  it('of one account are those that touched it or what belongs to it', async () => {
    const first = account('a');
    account('b');
    const task = sql("INSERT INTO task (id, account_id, title, created_at) VALUES ('t', 'a', 'T', 0)");
    const moved = sql("UPDATE task SET account_id = 'b'");
    expect(await steps({ accountId: 'a' })).toEqual([moved, task, first]);
    expect(await steps({ accountId: 'a', before: moved, limit: 1 })).toEqual([task]);
    expect(await steps({ accountId: 'nobody' })).toEqual([]);
  });
});

describe('the changes of a step', () => {
  it('are told field by field in the order of writing, with a name, as many as asked for', async () => {
    account('a');
    const no = sql(`INSERT INTO account (id, name, created_at) VALUES ('b', 'Bee', 0); UPDATE account SET city = 'Wuxi', phone = '1' WHERE id = 'a';
      INSERT INTO task (id, account_id, title, created_at) VALUES ('t', 'a', 'Call', 0); DELETE FROM task;`);
    const changes = await handlers.changes({ no, limit: 100 }, call);
    expect(changes).toEqual([
      { table: 'account', key: 'b', label: 'Bee', op: 'insert', field: null, from: null, to: null },
      { table: 'account', key: 'a', label: 'a', op: 'update', field: 'city', from: null, to: 'Wuxi' },
      { table: 'account', key: 'a', label: 'a', op: 'update', field: 'phone', from: null, to: '1' },
      { table: 'task', key: 't', label: null, op: 'insert', field: null, from: null, to: null },
      { table: 'task', key: 't', label: 'Call', op: 'delete', field: null, from: null, to: null },
    ]);
    expect(await handlers.changes({ no, limit: 2 }, call)).toEqual(changes.slice(0, 2));
    expect(await handlers.changes({ no: 999, limit: 2 }, call)).toEqual([]);
  });
});

describe('the history of a field', () => {
  it('says who set it to what, when and by what step, newest first, across the tables that share the key', async () => {
    account('a');
    const first = sql("INSERT INTO interaction (id, account_id, at, kind, summary) VALUES ('i', 'a', 1, 'call', 's'); INSERT INTO interaction_text (interaction_id, notes) VALUES ('i', 'n')");
    made.clock.ms += 60_000;
    sql("INSERT INTO colleague (id, name) VALUES ('other', 'Wang')");
    made.book.db.exec("UPDATE book SET me = 'other'");
    const second = sql("UPDATE interaction_text SET notes = 'more'; UPDATE interaction SET summary = 'x', at = 2");
    const found = await handlers.fields({ key: 'i' }, call);
    const by = { at: made.clock.ms, actor: 'Wang', step: second, verb: 'account.update', op: 'update' };
    const inserted = { at: made.clock.ms - 60_000, actor: 'Lin Xiaotong', step: first, verb: 'account.update', op: 'insert', field: null, from: null, to: null };
    expect(found).toEqual([
      { ...by, field: 'at', from: 1, to: 2 }, { ...by, field: 'summary', from: 's', to: 'x' }, { ...by, field: 'notes', from: 'n', to: 'more' }, inserted, inserted,
    ]);
    expect(await handlers.fields({ key: 'nothing' }, call)).toEqual([]);
  });

  it('names no one for what another program wrote', async () => {
    account('a');
    made.book.db.exec("UPDATE account SET city = 'Wuxi'");
    account('b');
    expect((await handlers.fields({ key: 'a' }, call))[0]).toMatchObject({ actor: null, verb: 'external.write', field: 'city', to: 'Wuxi' });
  });
});

describe('undo and redo', () => {
  it('without a number take the last step and put it back, as the state had said', async () => {
    account('a');
    const second = account('b');
    expect(await handlers.state(undefined, call)).toMatchObject({ undo: { no: second }, redo: null });
    const undone = await handlers.undo({}, call);
    expect(undone).toMatchObject({ step: { kind: 'undo', undoes: second }, undone: { no: second, undoneBy: undone.step.no }, revertCount: 1, keptCount: 0 });
    expect(await handlers.state(undefined, call)).toMatchObject({ undo: { verb: 'account.update' }, redo: { no: undone.step.no } });
    expect(await handlers.redo(undefined, call)).toMatchObject({ step: { kind: 'redo', undoes: undone.step.no }, revertCount: 1 });
    expect(made.book.db.prepare('SELECT id FROM account').pluck().all()).toEqual(['a', 'b']);
    expect(await handlers.state(undefined, call)).toMatchObject({ undo: { no: second }, redo: null });
  });

  it('with a number take that step, as its preview says', async () => {
    const first = account('a');
    account('b');
    const preview = await handlers.preview({ no: first }, call);
    expect(preview).toMatchObject({ step: { no: first }, revertCount: 1, keptCount: 0 });
    expect(await handlers.undo({ no: first }, call)).toMatchObject({ revertCount: 1 });
    expect(made.book.db.prepare('SELECT id FROM account').pluck().all()).toEqual(['b']);
  });

  it('say when there is nothing to take', async () => {
    expect(() => handlers.undo({}, call)).toThrow(coded('nothing-to-undo'));
    expect(() => handlers.redo(undefined, call)).toThrow(coded('nothing-to-redo'));
    expect(() => createHistoryHandlers({ current: new CurrentBook() }).undo({}, call)).toThrow(coded('no-book'));
  });
});
