import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInteractionsHandlers } from '#core/features/interactions/handlers.ts';
import type { LogInteraction } from '#shared/domain/interaction/model.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let made: FeatureBook;
const interactions = () => {
  const table = createInteractionsHandlers(made.deps);
  return {
    log: async (input: LogInteraction) => table.log(input, signal),
    get: async (id: string) => table.get({ id }, signal),
    remove: async (id: string) => table.remove({ id }, signal),
    draft: async (key: string) => table.draft({ key }, signal),
    saveDraft: async (key: string, value: string) => table.saveDraft({ key, value }, signal),
    dropDraft: async (key: string) => table.dropDraft({ key }, signal),
  };
};

function form(accountId: string, changes: Partial<LogInteraction> = {}): LogInteraction {
  return {
    accountId, kind: 'meeting', at: made.clock.ms, durationMinutes: 45, place: '无锡 二号厂房', summary: '二号炉线试点', notes: '陈总：先验证', decisions: '',
    personIds: [], colleagueIds: [], newPeople: [], nextSteps: [], ...changes,
  };
}

const counts = (): Record<string, number> => Object.fromEntries(['interaction', 'interaction_text', 'interaction_person', 'interaction_colleague', 'person', 'position', 'task', 'step']
  .map((table) => [table, Number(made.book.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())]));
const me = (): string => String(made.book.db.prepare('SELECT id FROM colleague LIMIT 1').pluck().get());

beforeEach(() => {
  made = featureBook();
});

afterEach(() => made.dispose());

describe('interactions.log', () => {
  it('writes everything in one step', async () => {
    const { account, chen } = made.fill((fill) => {
      const id = fill.account('恒岳重工集团');
      return { account: id, chen: fill.person(id, '陈立新', { title: '首席信息官' }).personId };
    });
    const before = counts();
    const { id, taskIds, stepNo } = await interactions().log(form(account, {
      personIds: [chen, 'new'], colleagueIds: [me()], newPeople: [{ key: 'new', name: '高原', title: '设备管理部' }],
      nextSteps: [
        { title: '发送试点报价', dueOn: '2026-11-25', colleagueId: me(), personId: null },
        { title: '确认停机窗口', dueOn: '2026-11-27', colleagueId: null, personId: 'new' },
      ],
    }));
    expect(counts()).toEqual({ ...before, interaction: 1, interaction_text: 1, interaction_person: 2, interaction_colleague: 1, person: 2, position: 2, task: 2, step: (before['step'] ?? 0) + 1 });
    expect(made.book.db.prepare('SELECT verb, params FROM step WHERE no = ?').get(stepNo)).toEqual({
      verb: 'interaction.log', params: JSON.stringify({ name: '恒岳重工集团', summary: '二号炉线试点' }),
    });
    expect(await interactions().get(id)).toMatchObject({
      accountId: account, kind: 'meeting', at: made.clock.ms, durationMinutes: 45, place: '无锡 二号厂房', summary: '二号炉线试点', notes: '陈总：先验证', decisions: '',
      people: [{ name: '陈立新', title: '首席信息官' }, { name: '高原', title: '设备管理部' }], colleagues: [{ name: 'Lin Xiaotong' }],
    });
    expect(made.book.db.prepare('SELECT title, due_on, colleague_id IS NOT NULL AS ours, interaction_id FROM task ORDER BY due_on').all()).toEqual([
      { title: '发送试点报价', due_on: '2026-11-25', ours: 1, interaction_id: id }, { title: '确认停机窗口', due_on: '2026-11-27', ours: 0, interaction_id: id },
    ]);
    expect(taskIds).toHaveLength(2);
    expect(made.book.db.prepare('SELECT last_interaction_at, next_task FROM account_figure WHERE account_id = ?').get(account)).toEqual({
      last_interaction_at: made.clock.ms, next_task: '发送试点报价',
    });
  });

  it('says what is not there, and then writes nothing at all', async () => {
    const account = made.fill((fill) => fill.account('A'));
    const before = counts();
    const newPeople = [{ key: 'new', name: '高原', title: null }];
    const step = { title: 'X', dueOn: null, colleagueId: null, personId: null };
    const cases: [LogInteraction, object][] = [
      [form('gone', { newPeople }), { field: 'accountId' }],
      [form(account, { newPeople, personIds: ['gone'] }), { field: 'personIds' }],
      [form(account, { newPeople, colleagueIds: [me(), 'gone'] }), { field: 'colleagueIds' }],
      [form(account, { newPeople, nextSteps: [step, { ...step, personId: 'gone' }] }), { field: 'nextSteps.personId', row: 2 }],
      [form(account, { newPeople, nextSteps: [{ ...step, colleagueId: 'gone' }] }), { field: 'nextSteps.colleagueId', row: 1 }],
    ];
    for (const [input, where] of cases) await expect(interactions().log(input)).rejects.toMatchObject({ code: 'not-found', where });
    expect(counts()).toEqual(before);
  });

  it('keeps a very long note whole', async () => {
    const account = made.fill((fill) => fill.account('A'));
    const notes = '纪要🙂\n'.repeat(30_000);
    const { id } = await interactions().log(form(account, { notes, place: '' }));
    expect(await interactions().get(id)).toMatchObject({ notes, place: null });
  });
});

describe('interactions.remove', () => {
  it('takes the parts along and leaves the next steps as tasks of their own', async () => {
    const account = made.fill((fill) => fill.account('A'));
    const { id } = await interactions().log(form(account, {
      colleagueIds: [me()], newPeople: [{ key: 'n', name: '高原', title: null }], nextSteps: [{ title: 'Send', dueOn: null, colleagueId: null, personId: null }],
    }));
    await interactions().remove(id);
    expect(counts()).toMatchObject({ interaction: 0, interaction_text: 0, interaction_person: 0, interaction_colleague: 0, task: 1, person: 1 });
    expect(made.book.db.prepare('SELECT interaction_id FROM task').pluck().get()).toBeNull();
    expect(made.book.db.prepare('SELECT last_interaction_at FROM account_figure').pluck().get()).toBeNull();
    await expect(interactions().get(id)).rejects.toMatchObject({ code: 'not-found', where: { field: 'id' } });
    await expect(interactions().remove(id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('drafts', () => {
  it('survive the program, one for each key, outside the history', async () => {
    const steps = counts()['step'];
    expect(await interactions().draft('log')).toBeNull();
    await interactions().saveDraft('log', '{"summary":"half"}');
    made.clock.ms += 1000;
    expect(await interactions().saveDraft('log', '{"summary":"half written"}')).toEqual({ savedAt: made.clock.ms });
    await interactions().saveDraft('log:other', 'x');
    made.deps.current.set(made.reopen());
    expect(await interactions().draft('log')).toEqual({ value: '{"summary":"half written"}', savedAt: made.clock.ms });
    await interactions().dropDraft('log');
    expect(await interactions().draft('log')).toBeNull();
    expect(await interactions().draft('log:other')).toMatchObject({ value: 'x' });
    expect(counts()['step']).toBe(steps);
  });
});
