import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { createAccountsHandlers } from '#core/features/accounts/handlers.ts';
import { createDaysHandlers } from '#core/features/days/handlers.ts';
import { createPeopleHandlers } from '#core/features/people/handlers.ts';
import { contract } from '#shared/contract/index.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };
let made: FeatureBook;
let accountId: string;
let days: ReturnType<typeof createDaysHandlers>;

beforeEach(() => {
  made = featureBook();
  days = createDaysHandlers(made.deps);
  accountId = made.fill((fill) => fill.account('恒岳重工集团'));
});
afterEach(() => made.dispose());

const list = async () => {
  const answer = await days.ofAccount({ accountId }, signal);
  expect(contract.days.ofAccount['~orpc'].outputSchema?.parse(answer)).toEqual(answer);
  return answer.map(({ kind, name, next }) => [kind, name, next?.date ?? null, next?.years ?? null]);
};

describe('the days that matter at an account', () => {
  it('are its founding, the start of business, milestones, and the birthdays of its people', async () => {
    const accounts = createAccountsHandlers({ ...made.deps, readContacts: () => [], readOpenTasks: () => [], insertTask: () => undefined });
    const people = createPeopleHandlers({ ...made.deps, forgetElsewhere: () => undefined, bundlesStillHolding: async () => null });
    await accounts.update({ id: accountId, patch: { foundedOn: '--12-01', customerSince: '2021-11-30' } }, signal);
    const { personId } = await people.create({ accountId, name: '陈立新', birthday: 'lunar:1971-10-18', keepInTouchDays: 30 }, signal);
    await days.addMilestone({ accountId, title: 'Listed in Shenzhen', onDay: '2006-12-05', yearly: true }, signal);
    await days.addMilestone({ accountId, title: 'New plant', onDay: '2020-05-01', yearly: false }, signal);
    expect(await list()).toEqual([
      ['birthday', '陈立新', '2026-11-26', 55], ['customerSince', null, '2026-11-30', 5], ['founding', null, '2026-12-01', null],
      ['milestone', 'Listed in Shenzhen', '2026-12-05', 20], ['milestone', 'New plant', null, null],
    ]);
    expect(await people.list({ accountId }, signal)).toMatchObject([{ personId, birthday: 'lunar:1971-10-18', keepInTouchDays: 30 }]);
    expect((await accounts.file({ id: accountId }, signal)).account).toMatchObject({ foundedOn: '--12-01', quietDays: null });
  });

  it('are changed, removed, and come back with undo', async () => {
    const { id } = await days.addMilestone({ accountId, title: 'Listed', onDay: '2006-12-05', yearly: true }, signal);
    await days.updateMilestone({ id, patch: { title: 'Listed in Shenzhen' } }, signal);
    const { stepNo } = await days.removeMilestone({ id }, signal);
    expect(await list()).toEqual([]);
    undoStep(made.book, stepNo);
    expect(await list()).toEqual([['milestone', 'Listed in Shenzhen', '2026-12-05', 20]]);
    expect(made.book.db.prepare("SELECT params ->> '$.title' FROM step WHERE verb LIKE 'milestone.%' ORDER BY no").pluck().all()).toEqual(['Listed', 'Listed in Shenzhen', 'Listed in Shenzhen']);
  });

  it('belong to an account, and a milestone must be there', async () => {
    await expect(async () => days.ofAccount({ accountId: 'x' }, signal)).rejects.toMatchObject({ code: 'not-found' });
    await expect(async () => days.addMilestone({ accountId: 'x', title: 'a', onDay: '2020-01-01', yearly: true }, signal)).rejects.toMatchObject({ code: 'not-found' });
    await expect(async () => days.updateMilestone({ id: 'x', patch: {} }, signal)).rejects.toMatchObject({ code: 'not-found' });
    await expect(async () => days.removeMilestone({ id: 'x' }, signal)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a day that is being typed', () => {
  it('is told in the other calendar as soon as it is one', async () => {
    expect(await days.next({ day: 'lunar:--06-01' }, signal)).toEqual({ next: { date: '2027-07-04', years: null, lunar: '六月初一' }, leap: true });
    expect(await days.next({ day: '1985-12-03' }, signal)).toEqual({ next: { date: '2026-12-03', years: 41, lunar: '十月廿五' }, leap: false });
    expect(await days.next({ day: 'lunar:1985-06-01' }, signal)).toMatchObject({ leap: false });
    expect(await days.next({ day: '1985-13' }, signal)).toEqual({ next: null, leap: false });
  });
});
