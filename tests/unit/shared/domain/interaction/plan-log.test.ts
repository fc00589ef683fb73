import { describe, expect, it } from 'vitest';
import type { LogInteraction } from '#shared/domain/interaction/model.ts';
import { planLog } from '#shared/domain/interaction/plan-log.ts';

function form(changes: Partial<LogInteraction> = {}): LogInteraction {
  return {
    accountId: 'account', kind: 'meeting', at: 0, durationMinutes: 45, place: null, summary: 'Line 2 pilot', notes: '', decisions: '',
    personIds: [], colleagueIds: [], newPeople: [], nextSteps: [], ...changes,
  };
}

function counter(): () => string {
  let n = 0;
  return () => `id-${++n}`;
}

describe('planLog', () => {
  it('gives every row an id of its own', () => {
    const step = { title: 'Send', dueOn: null, colleagueId: null, personId: null };
    const plan = planLog(form({ newPeople: [{ key: 'new', name: 'Gao', title: '' }], nextSteps: [step, step] }), counter());
    const ids = [plan.interactionId, ...plan.newPeople.flatMap((one) => [one.personId, one.positionId]), ...plan.tasks.map((one) => one.id)];
    expect(new Set(ids).size).toBe(5);
    expect(plan.newPeople[0]).toMatchObject({ name: 'Gao', title: null });
  });

  it('counts each person once and the new ones among them, named or not', () => {
    const plan = planLog(form({ personIds: ['a', 'new', 'a'], colleagueIds: ['me', 'me'], newPeople: [{ key: 'new', name: 'Gao', title: null }, { key: 'other', name: 'Su', title: null }] }), counter());
    const [gao, su] = plan.newPeople;
    expect(plan.personIds).toEqual(['a', gao?.personId, su?.personId]);
    expect(plan.colleagueIds).toEqual(['me']);
  });

  it('lets a new person own a next step', () => {
    const plan = planLog(form({
      newPeople: [{ key: 'new', name: 'Gao', title: null }],
      nextSteps: [{ title: 'Confirm window', dueOn: '2026-11-27', colleagueId: null, personId: 'new' }, { title: 'Call', dueOn: null, colleagueId: 'me', personId: null }],
    }), counter());
    expect(plan.tasks.map(({ title, dueOn, colleagueId, personId }) => ({ title, dueOn, colleagueId, personId }))).toEqual([
      { title: 'Confirm window', dueOn: '2026-11-27', colleagueId: null, personId: plan.newPeople[0]?.personId },
      { title: 'Call', dueOn: null, colleagueId: 'me', personId: null },
    ]);
  });

  it('refuses a key that stands for two people', () => {
    const twice = form({ newPeople: [{ key: 'x', name: 'A', title: null }, { key: 'x', name: 'B', title: null }] });
    expect(() => planLog(twice, counter())).toThrow(expect.objectContaining({ code: 'invalid-value', where: { field: 'newPeople' } }));
  });

  it('refuses a next step with two owners and says which', () => {
    const owned = (personId: string | null) => ({ title: 'Send', dueOn: null, colleagueId: 'me', personId });
    expect(() => planLog(form({ nextSteps: [owned(null), owned('p')] }), counter()))
      .toThrow(expect.objectContaining({ code: 'invalid-value', where: { field: 'nextSteps.personId', row: 2 } }));
  });
});
