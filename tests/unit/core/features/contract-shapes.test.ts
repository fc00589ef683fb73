import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAccountsHandlers } from '#core/features/accounts/handlers.ts';
import { createBusinessHandlers } from '#core/features/business/handlers.ts';
import { createDuplicatesHandlers } from '#core/features/duplicates/handlers.ts';
import { createInteractionsHandlers } from '#core/features/interactions/handlers.ts';
import { createPeopleHandlers } from '#core/features/people/handlers.ts';
import { readContacts } from '#core/features/people/read-contacts.ts';
import { reviewHandlers } from '#tests/builders/review-handlers.ts';
import { createSearchHandlers } from '#core/features/search/handlers.ts';
import { createTasksHandlers } from '#core/features/tasks/handlers.ts';
import { readOpenTasks } from '#core/features/tasks/read-tasks.ts';
import { insertTask } from '#core/features/tasks/repository.ts';
import { createTodayHandlers } from '#core/features/today/handlers.ts';
import { createTimelineHandlers } from '#core/features/timeline/handlers.ts';
import { contract } from '#shared/contract/index.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let made: FeatureBook;
let account: string;
let interaction: string;

beforeAll(() => {
  made = featureBook();
  ({ account, interaction } = made.fill((fill) => {
    const id = fill.account('恒岳重工集团', { alias: 'Hengyue', city: '无锡', isKey: true });
    const { personId, positionId } = fill.person(id, '陈立新', { title: '首席信息官' });
    fill.person(id, '高原', { reportsToId: positionId });
    fill.order(id, { on: '2026-10-01', orderNo: 'HY-1', lines: [{ product: 'Sensor', amount: 10, cost: 5 }, { amount: 1 }] });
    fill.order(id, { on: '2026-10-02', currency: 'EUR', lines: [{ amount: 10 }] });
    const met = fill.interaction(id, { at: made.clock.ms, personIds: [personId], notes: 'n', decisions: 'd' });
    fill.task(id, 'Send', { dueOn: '2026-11-25', personId, interactionId: met });
    return { account: id, interaction: met };
  }));
});

afterAll(() => made.dispose());

/** Nothing missing, nothing of the wrong type, and nothing that the contract does not speak of. */
function expectShape(procedure: { '~orpc': { outputSchema?: unknown } }, answer: unknown): void {
  const schema = procedure['~orpc'].outputSchema;
  if (!(schema instanceof z.ZodType)) throw new Error('the procedure has no output schema');
  expect(schema.parse(answer)).toEqual(answer);
}

describe('answers keep to the contract', () => {
  it('accounts', async () => {
    const handlers = createAccountsHandlers({ ...made.deps, readContacts, readOpenTasks, insertTask });
    expectShape(contract.accounts.window, await handlers.window({ filter: { text: 'hy', keyOnly: true }, sort: 'revenue', descending: true, cursor: null, limit: 5 }, signal));
    expectShape(contract.accounts.totals, await handlers.totals({ filter: {} }, signal));
    expectShape(contract.accounts.file, await handlers.file({ id: account }, signal));
    expectShape(contract.accounts.file, await handlers.file({ id: account, asOf: made.clock.ms }, signal));
  });

  it('people', async () => {
    const handlers = createPeopleHandlers({ ...made.deps, forgetElsewhere: () => undefined, bundlesStillHolding: async () => null });
    expectShape(contract.people.list, await handlers.list({ accountId: account }, signal));
    expectShape(contract.people.colleagues, await handlers.colleagues(undefined, signal));
    expectShape(contract.people.find, await handlers.find({ text: 'clx', kinds: ['account', 'person', 'colleague'], accountId: account, limit: 5 }, signal));
  });

  it('interactions and tasks', async () => {
    expectShape(contract.interactions.get, await createInteractionsHandlers(made.deps).get({ id: interaction }, signal));
    expectShape(contract.tasks.open, await createTasksHandlers(made.deps).open({ accountId: account }, signal));
  });

  it('search', async () => {
    for (const text of ['clx', 'HY-1', '恒']) expectShape(contract.search.find, await createSearchHandlers(made.deps).find({ text, limit: 5 }, signal));
  });

  it('duplicates', async () => {
    const handlers = createDuplicatesHandlers(made.deps);
    const [one, other, twin] = made.fill((fill) => [fill.account('远山物流', { parentId: account, city: '成都' }), fill.account('远山物流有限公司'), fill.account('远山')]);
    expectShape(contract.duplicates.list, await handlers.list({ kind: 'account', offset: 0, limit: 5 }, signal));
    expectShape(contract.duplicates.compare, await handlers.compare({ kind: 'account', firstId: one, secondId: other }, signal));
    expectShape(contract.duplicates.keepApart, await handlers.keepApart({ kind: 'account', firstId: one, secondId: twin }, signal));
    expectShape(contract.duplicates.mergeAccounts, await handlers.mergeAccounts({ survivorId: one, mergedId: other, values: {} }, signal));
    expectShape(contract.duplicates.merges, await handlers.merges({ accountId: one }, signal));
    expectShape(contract.duplicates.successor, await handlers.successor({ id: other }, signal));
  });

  it('reviews', async () => {
    const handlers = reviewHandlers(made.deps);
    const period = { year: 2026, quarter: 4 };
    const created = await handlers.create({ accountId: account, period, language: 'en', template: 'standard' }, signal);
    expectShape(contract.reviews.create, created);
    const { id } = created;
    expectShape(contract.reviews.addItem, await handlers.addItem({ id, kind: 'action', text: 'Name an owner' }, signal));
    expectShape(contract.reviews.figures, await handlers.figures({ accountId: account, period }, signal));
    expectShape(contract.reviews.list, await handlers.list({ accountId: account }, signal));
    expectShape(contract.reviews.coming, await handlers.coming({ limit: 5 }, signal));
    const view = await handlers.get({ id }, signal);
    expectShape(contract.reviews.get, view);
    for (const kind of ['orders', 'interactions', 'tasks', 'people']) {
      const number = view.numbers.find(({ rows }) => rows.kind === kind)?.id ?? '';
      expectShape(contract.reviews.rows, await handlers.rows({ id, number }, signal));
    }
    expectShape(contract.reviews.freeze, await handlers.freeze({ id }, signal));
    expectShape(contract.reviews.get, await handlers.get({ id }, signal));
    expectShape(contract.reviews.remove, await handlers.remove({ id }, signal));
  });

  it('timeline and business', async () => {
    const business = createBusinessHandlers(made.deps);
    expectShape(contract.timeline.window, await createTimelineHandlers(made.deps).window({ accountId: account, kinds: ['interaction', 'order', 'task'], cursor: null, limit: 9 }, signal));
    expectShape(contract.business.months, await business.months({ accountId: account }, signal));
    expectShape(contract.business.rows, await business.rows({ accountId: account, from: '2026-01-01', to: '2026-12-31', limit: 9 }, signal));
  });

  it('today', async () => {
    const handlers = createTodayHandlers(made.deps);
    made.fill((fill) => {
      const quiet = fill.account('远舟物流', { isKey: true, foundedOn: '2006-11-29' });
      const { personId } = fill.person(quiet, '罗静', { title: '总监', keepInTouchDays: 7, birthday: 'lunar:1970-10-18' });
      const met = made.clock.ms - 20 * 86_400_000;
      fill.interaction(quiet, { at: met, personIds: [personId] });
      fill.task(account, 'Late', { dueOn: '2026-11-20' });
      fill.task(account, 'Due', { dueOn: '2026-11-23', personId });
      fill.account('A', { isKey: true, quietDays: 3 });
      fill.review(quiet, '2026-12-03');
    });
    const page = await handlers.read({}, signal);
    expect(page.sections.filter(({ count }) => count === 0)).toEqual([]);
    expectShape(contract.today.read, page);
    expectShape(contract.today.count, await handlers.count(undefined, signal));
    expectShape(contract.today.answer, await handlers.answer({ key: page.sections[0]?.rows[0]?.key ?? '', until: 'tomorrow' }, signal));
  });
});
