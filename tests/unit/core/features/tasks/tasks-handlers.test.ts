import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTasksHandlers } from '#core/features/tasks/handlers.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let made: FeatureBook;
let account: string;
let person: string;
const tasks = () => {
  const table = createTasksHandlers(made.deps);
  return {
    open: async (accountId: string) => table.open({ accountId }, signal),
    create: async (input: Parameters<typeof table.create>[0]) => table.create(input, signal),
    update: async (id: string, patch: Parameters<typeof table.update>[0]['patch']) => table.update({ id, patch }, signal),
    setDone: async (id: string, done: boolean) => table.setDone({ id, done }, signal),
  };
};
const task = (title: string, dueOn: string | null = null) => ({ accountId: account, title, dueOn, colleagueId: null, personId: null });
const me = (): string => String(made.book.db.prepare('SELECT id FROM colleague').pluck().get());
const nextTask = (): unknown => made.book.db.prepare('SELECT next_task FROM account_figure').pluck().get();
const verb = (no: number): unknown => made.book.db.prepare('SELECT verb FROM step WHERE no = ?').pluck().get(no);

beforeEach(() => {
  made = featureBook();
  ({ account, person } = made.fill((fill) => {
    const id = fill.account('A');
    return { account: id, person: fill.person(id, '高原').personId };
  }));
});

afterEach(() => made.dispose());

describe('tasks', () => {
  it('stand by the day they are due, without a day last', async () => {
    await tasks().create(task('Someday'));
    await tasks().create({ ...task('Theirs', '2026-12-01'), personId: person });
    await tasks().create({ ...task('Ours', '2026-11-25'), colleagueId: me() });
    expect((await tasks().open(account)).map(({ title, ownerName, doneAt }) => ({ title, ownerName, doneAt }))).toEqual([
      { title: 'Ours', ownerName: 'Lin Xiaotong', doneAt: null }, { title: 'Theirs', ownerName: '高原', doneAt: null }, { title: 'Someday', ownerName: null, doneAt: null },
    ]);
    expect(nextTask()).toBe('Ours');
  });

  it('are done and opened again, each as a step', async () => {
    const { id } = await tasks().create(task('Send'));
    expect(verb((await tasks().setDone(id, true)).stepNo)).toBe('task.done');
    expect(await tasks().open(account)).toEqual([]);
    expect(nextTask()).toBeNull();
    expect(verb((await tasks().setDone(id, false)).stepNo)).toBe('task.reopen');
    expect(await tasks().open(account)).toHaveLength(1);
  });

  it('keep the first time of being done', async () => {
    const { id } = await tasks().create(task('Send'));
    await tasks().setDone(id, true);
    const first = made.clock.ms;
    made.clock.ms += 5000;
    expect(await tasks().setDone(id, true)).toEqual({ stepNo: 0 });
    expect(made.book.db.prepare('SELECT done_at FROM task').pluck().get()).toBe(first);
  });

  it('change by the patch; a new owner takes the place of the old', async () => {
    const { id } = await tasks().create({ ...task('Send', '2026-11-25'), colleagueId: me() });
    await tasks().update(id, { personId: person });
    await tasks().update(id, { title: 'Send offer', dueOn: null });
    expect(await tasks().open(account)).toMatchObject([{ title: 'Send offer', dueOn: null, personId: person, colleagueId: null, ownerName: '高原' }]);
  });

  it('refuse what is not there, and two owners', async () => {
    const { id } = await tasks().create(task('Send'));
    await expect(tasks().create({ ...task('X'), accountId: 'gone' })).rejects.toMatchObject({ code: 'not-found', where: { field: 'accountId' } });
    await expect(tasks().open('gone')).rejects.toMatchObject({ code: 'not-found', where: { field: 'accountId' } });
    await expect(tasks().update(id, { colleagueId: 'gone' })).rejects.toMatchObject({ code: 'not-found', where: { field: 'colleagueId' } });
    await expect(tasks().update(id, { personId: 'gone' })).rejects.toMatchObject({ code: 'not-found', where: { field: 'personId' } });
    await expect(tasks().update(id, { personId: person, colleagueId: me() })).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(tasks().setDone('gone', true)).rejects.toMatchObject({ code: 'not-found', where: { field: 'id' } });
  });
});
