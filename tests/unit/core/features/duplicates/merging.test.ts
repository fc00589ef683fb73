import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasePerson } from '#core/db/erase-person.ts';
import { capturedTables } from '#core/db/tables.ts';
import { tableHashes } from '#core/db/table-hash.ts';
import { nextUndo, previewUndo, undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { createDuplicatesHandlers } from '#core/features/duplicates/handlers.ts';
import { listSteps } from '#core/features/history/repository.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let made: FeatureBook;
beforeEach(() => {
  made = featureBook();
});
afterEach(() => made.dispose());

const duplicates = () => createDuplicatesHandlers(made.deps);
const rows = (sql: string, ...values: unknown[]): unknown[] => made.book.db.prepare(sql).all(...values);
const one = (sql: string, ...values: unknown[]): unknown => made.book.db.prepare(sql).pluck().get(...values);
const state = (): unknown => tableHashes(made.book.db, capturedTables(made.book.db));
const write = (sql: string, ...values: unknown[]): number => made.book.write({ kind: 'user', verb: 'account.update', params: {} }, () => made.book.db.prepare(sql).run(...values)).stepNo;
const merge = async (survivorId: string, mergedId: string, values = {}): Promise<number> => (await duplicates().mergeAccounts({ survivorId, mergedId, values }, signal)).stepNo;

/** Two accounts with one thing of each kind at either. */
function twoFull() {
  return made.fill((fill) => {
    const [stays, gone] = [fill.account('Hengyue', { externalId: 'C1', city: 'Wuxi' }), fill.account('恒岳重工', { externalId: 'C2', alias: 'HYZG', isKey: true })];
    const child = fill.account('Child', { parentId: gone });
    const boss = fill.person(stays, 'Boss');
    const wang = fill.person(gone, '王敏', { title: 'Buyer' });
    const li = fill.person(gone, '李娜', { reportsToId: wang.positionId });
    const interaction = fill.interaction(gone, { at: 5, personIds: [wang.personId], notes: 'n' });
    fill.interaction(stays, { at: 5 });
    const order = fill.order(gone, { on: '2026-10-01', orderNo: 'HY-1', lines: [{ amount: 10 }, { amount: 20 }] });
    fill.order(stays, { on: '2026-10-02', lines: [{ amount: 5 }] });
    const task = fill.task(gone, 'Send', { interactionId: interaction, personId: wang.personId });
    return { stays, gone, child, boss, wang, li, interaction, order, task };
  });
}

describe('merging accounts', () => {
  it('shows both sides with what would move', async () => {
    const { stays, gone, child } = twoFull();
    const { first, second } = await duplicates().compare({ kind: 'account', firstId: gone, secondId: child }, signal);
    expect(first).toMatchObject({ name: '恒岳重工', fields: { externalId: 'C2', isKey: true }, moves: { account: 1, interaction: 1, position: 2, sales_order: 1, task: 1 } });
    expect(second).toMatchObject({ parentName: '恒岳重工', moves: {} });
    expect(Object.keys(first.fields)).not.toContain('createdAt');
    expect(() => duplicates().compare({ kind: 'account', firstId: stays, secondId: 'none' }, signal)).toThrow('not-found');
  });

  it('takes everything along as one step, with the values chosen', async () => {
    const { stays, gone, child, li, wang } = twoFull();
    const steps = one('SELECT count(*) FROM step');
    await merge(stays, gone, { name: '恒岳重工集团', isKey: true });
    expect(one('SELECT count(*) FROM step')).toBe(Number(steps) + 1);
    expect(rows('SELECT name, city, external_id, is_key FROM account WHERE id = ?', stays)).toEqual([{ name: '恒岳重工集团', city: 'Wuxi', external_id: 'C1', is_key: 1 }]);
    for (const table of ['interaction', 'sales_order', 'task', 'position']) expect([table, one(`SELECT count(*) FROM ${table} WHERE account_id = ?`, gone)]).toEqual([table, 0]);
    expect(one('SELECT parent_id FROM account WHERE id = ?', child)).toBe(stays);
    expect(one('SELECT reports_to_id FROM position WHERE id = ?', li.positionId)).toBe(wang.positionId);
    expect(one('SELECT revenue FROM account_figure WHERE account_id = ?', stays)).toBe(35);
    expect(one('SELECT count(*) FROM account_figure WHERE account_id = ?', gone)).toBe(0);
    expect(verifyBook(made.book.db).problems).toEqual([]);
  });

  it('is undone at once as if it had not been, and redone', async () => {
    const { stays, gone } = twoFull();
    const before = state();
    const no = await merge(stays, gone, { name: 'Both' });
    expect(nextUndo(made.book.db)?.no).toBe(no);
    const after = state();
    const { step } = undoStep(made.book, no);
    expect(state()).toEqual(before);
    undoStep(made.book, step.no);
    expect(state()).toEqual(after);
  });

  it('is undone later without what was written since', async () => {
    const { stays, gone, order, interaction, wang } = twoFull();
    const no = await merge(stays, gone);
    write('UPDATE interaction SET summary = ?, at = 9 WHERE id = ?', 'mended', interaction);
    write("UPDATE position SET title = 'Head buyer' WHERE id = ?", wang.positionId);
    write("UPDATE account SET city = 'Shanghai' WHERE id = ?", stays);
    made.fill((fill) => fill.task(stays, 'Later'));
    expect(previewUndo(made.book, no)).toMatchObject({ keptCount: 0 });
    undoStep(made.book, no);
    expect(rows('SELECT summary, at, account_id FROM interaction WHERE id = ?', interaction)).toEqual([{ summary: 'mended', at: 9, account_id: gone }]);
    expect(rows('SELECT title, account_id FROM position WHERE id = ?', wang.positionId)).toEqual([{ title: 'Head buyer', account_id: gone }]);
    expect(one('SELECT account_id FROM sales_order WHERE id = ?', order)).toBe(gone);
    expect(one("SELECT account_id FROM task WHERE title = 'Later'")).toBe(stays);
    expect(one('SELECT city FROM account WHERE id = ?', stays)).toBe('Shanghai');
    expect(one('SELECT name FROM account WHERE id = ?', gone)).toBe('恒岳重工');
    expect(one('SELECT count(*) FROM account_known_as')).toBe(0);
    expect(verifyBook(made.book.db).problems).toEqual([]);
  });

  it('makes one position of a person who is in both', async () => {
    const { stays, gone, boss } = twoFull();
    const [second, below] = made.fill((fill) => {
      const at = fill.position(gone, boss.personId, { title: 'Director' });
      return [at, fill.person(gone, 'Below', { reportsToId: at }).positionId];
    });
    const before = state();
    const no = await merge(stays, gone);
    expect(rows('SELECT id, title FROM position WHERE person_id = ?', boss.personId)).toEqual([{ id: boss.positionId, title: 'Director' }]);
    expect(one('SELECT reports_to_id FROM position WHERE id = ?', below)).toBe(boss.positionId);
    undoStep(made.book, no);
    expect(state()).toEqual(before);
    expect(one('SELECT reports_to_id FROM position WHERE id = ?', below)).toBe(second);
  });

  it.each([['into its parent', true], ['into its child', false]])('closes no circle when an account goes %s', async (_, up) => {
    const { gone, child } = twoFull();
    const before = state();
    const no = up ? await merge(gone, child) : await merge(child, gone);
    expect(one('SELECT parent_id FROM account WHERE id = ?', up ? gone : child)).toBeNull();
    undoStep(made.book, no);
    expect(state()).toEqual(before);
  });

  it('keeps the past of both in one history, and leads there from the old address', async () => {
    const { stays, gone } = twoFull();
    const old = write("UPDATE account SET city = 'Jiangyin' WHERE id = ?", gone);
    expect(await duplicates().successor({ id: gone }, signal)).toBeNull();
    const no = await merge(stays, gone);
    expect(listSteps(made.book.db, stays, null, 9).map((step) => step.no)).toEqual(expect.arrayContaining([no, old]));
    expect(await duplicates().successor({ id: gone }, signal)).toEqual({ id: stays, name: 'Hengyue', mergedName: '恒岳重工' });
    expect(await duplicates().merges({ accountId: stays }, signal)).toMatchObject([{ name: '恒岳重工', step: { no, verb: 'account.merge', params: { name: 'Hengyue', merged: '恒岳重工' } } }]);
    undoStep(made.book, no);
    expect([await duplicates().merges({ accountId: stays }, signal), await duplicates().successor({ id: gone }, signal)]).toEqual([[], null]);
  });

  it('leads through a second merge, and each can be taken back', async () => {
    const { stays, gone } = twoFull();
    const third = made.fill((fill) => fill.account('Third'));
    const before = state();
    const [first, second] = [await merge(stays, gone), await merge(third, stays)];
    expect(await duplicates().successor({ id: gone }, signal)).toMatchObject({ id: third });
    expect((await duplicates().merges({ accountId: third }, signal)).map(({ step }) => step.no)).toEqual([second, first]);
    undoStep(made.book, second);
    undoStep(made.book, first);
    expect(state()).toEqual(before);
  });

  it('carries along what was told apart, and drafts that name it', async () => {
    const { stays, gone, child } = twoFull();
    await duplicates().keepApart({ kind: 'account', firstId: gone, secondId: child }, signal);
    made.book.writeLocal(() => made.book.db.prepare("INSERT INTO draft (key, value, saved_at) VALUES ('log', ?, 1)").run(JSON.stringify({ accountId: gone })));
    await merge(stays, gone);
    expect(rows('SELECT first_id, second_id FROM distinct_pair WHERE ? IN (first_id, second_id)', stays)).toHaveLength(1);
    expect(one('SELECT value FROM draft')).toBe(JSON.stringify({ accountId: stays }));
  });

  it('refuses an account with itself or one that is not there', () => {
    const { stays } = twoFull();
    expect(() => duplicates().mergeAccounts({ survivorId: stays, mergedId: stays, values: {} }, signal)).toThrow('merge-with-itself');
    expect(() => duplicates().mergeAccounts({ survivorId: stays, mergedId: 'none', values: {} }, signal)).toThrow('not-found');
  });
});

describe('merging people', () => {
  it('joins meetings, tasks and positions, and is undone', async () => {
    const { stays, gone, boss, wang, interaction } = twoFull();
    made.fill((fill) => {
      fill.position(gone, boss.personId);
      fill.interaction(stays, { at: 7, personIds: [boss.personId, wang.personId] });
    });
    const before = state();
    const { stepNo } = await duplicates().mergePeople({ survivorId: boss.personId, mergedId: wang.personId, values: { name: '王敏' } }, signal);
    expect(rows('SELECT account_id, title FROM position WHERE person_id = ? ORDER BY account_id', boss.personId)).toEqual([{ account_id: stays, title: null }, { account_id: gone, title: 'Buyer' }]);
    expect(one('SELECT count(*) FROM interaction_person WHERE person_id = ?', boss.personId)).toBe(2);
    expect(one('SELECT person_id FROM interaction_person WHERE interaction_id = ?', interaction)).toBe(boss.personId);
    expect(one("SELECT person_id FROM task WHERE title = 'Send'")).toBe(boss.personId);
    expect(verifyBook(made.book.db).problems).toEqual([]);
    undoStep(made.book, stepNo);
    expect(state()).toEqual(before);
  });

  it.each([['while they are one', false], ['after they were taken apart', true]])('leaves no name behind when the person is erased for good %s', async (_, apart) => {
    const { boss, wang, li } = twoFull();
    await duplicates().keepApart({ kind: 'person', firstId: wang.personId, secondId: li.personId }, signal);
    const { stepNo } = await duplicates().mergePeople({ survivorId: boss.personId, mergedId: wang.personId, values: {} }, signal);
    if (apart) undoStep(made.book, stepNo);
    erasePerson(made.book, apart ? wang.personId : boss.personId);
    for (const table of ['person', 'person_known_as', 'change', 'step']) expect(JSON.stringify(rows(`SELECT * FROM ${table}`)), table).not.toContain('王敏');
    expect(verifyBook(made.book.db).problems).toEqual([]);
  });
});
