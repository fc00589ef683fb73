import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountSorts } from '#shared/contract/accounts.ts';
import { createAccountsHandlers } from '#core/features/accounts/handlers.ts';
import { readContacts } from '#core/features/people/read-contacts.ts';
import { readOpenTasks } from '#core/features/tasks/read-tasks.ts';
import { insertTask } from '#core/features/tasks/repository.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };
const DAY = 86_400_000;

let made: FeatureBook;
const accounts = () => {
  const table = createAccountsHandlers({ ...made.deps, readContacts, readOpenTasks, insertTask });
  return {
    file: async (id: string, asOf?: number) => table.file({ id, asOf }, signal),
    totals: async (filter: Parameters<typeof table.totals>[0]['filter'] = {}) => table.totals({ filter }, signal),
    create: async (input: Parameters<typeof table.create>[0]) => table.create(input, signal),
    update: async (id: string, patch: Parameters<typeof table.update>[0]['patch']) => table.update({ id, patch }, signal),
    window: async (input: Partial<Parameters<typeof table.window>[0]> = {}) =>
      table.window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 100, ...input }, signal),
  };
};
const names = async (input: Parameters<ReturnType<typeof accounts>['window']>[0]): Promise<string[]> => (await accounts().window(input)).rows.map(({ name }) => name);

beforeEach(() => {
  made = featureBook();
});

afterEach(() => made.dispose());

describe('accounts.window', () => {
  function fillSome() {
    return made.fill((fill) => {
      const [a, b, c, d] = [
        fill.account('青屿半导体', { city: '上海', isKey: true }), fill.account('Castellan Bank', { city: 'Berlin' }),
        fill.account('Ångström', { city: 'Århus', isKey: true }), fill.account('远舟物流'),
      ];
      fill.order(a, { on: '2026-10-01', lines: [{ amount: 500, cost: 100 }] });
      fill.order(b, { on: '2026-10-01', lines: [{ amount: 500, cost: 450 }] });
      fill.order(c, { on: '2026-10-01', lines: [{ amount: 900 }] });
      fill.interaction(a, { at: instantInZone('2026-11-20', '09:00', 'Asia/Shanghai') });
      fill.interaction(b, { at: instantInZone('2026-10-24', '00:00', 'Asia/Shanghai') });
      fill.interaction(c, { at: instantInZone('2026-10-23', '23:59', 'Asia/Shanghai') });
      fill.task(b, 'Audit dates', { dueOn: '2026-11-30' });
      fill.task(c, 'Late', { dueOn: '2026-11-20' });
      return { a, b, c, d };
    });
  }

  it('sorts by each column both ways, what is missing last, equals by name and backwards with the rest', async () => {
    fillSome();
    expect(await names({ sort: 'name' })).toEqual(['Ångström', 'Castellan Bank', '青屿半导体', '远舟物流']);
    expect(await names({ sort: 'name', descending: true })).toEqual(['远舟物流', '青屿半导体', 'Castellan Bank', 'Ångström']);
    expect(await names({ sort: 'revenue', descending: true })).toEqual(['Ångström', 'Castellan Bank', '青屿半导体', '远舟物流']);
    expect(await names({ sort: 'revenue' })).toEqual(['青屿半导体', 'Castellan Bank', 'Ångström', '远舟物流']);
    expect(await names({ sort: 'margin', descending: true })).toEqual(['青屿半导体', 'Castellan Bank', 'Ångström', '远舟物流']);
    expect(await names({ sort: 'city' })).toEqual(['Ångström', 'Castellan Bank', '青屿半导体', '远舟物流']);
    expect(await names({ sort: 'lastInteraction', descending: true })).toEqual(['青屿半导体', 'Castellan Bank', 'Ångström', '远舟物流']);
    expect(await names({ sort: 'nextDue' })).toEqual(['Ångström', 'Castellan Bank', '青屿半导体', '远舟物流']);
  });

  it('sorts words as they are spoken', async () => {
    made.fill((fill) => {
      for (const [name, industry] of [['B', '钢铁'], ['A', '钢铁'], ['C', 'Chemistry'], ['D', '化工'], ['E', undefined], ['F', undefined]] as const) fill.account(name, { industry });
    });
    expect(await names({ sort: 'industry' })).toEqual(['C', 'A', 'B', 'D', 'E', 'F']);
    expect(await names({ sort: 'industry', descending: true })).toEqual(['D', 'B', 'A', 'C', 'E', 'F']);
  });

  it('gives every account once over windows of any size, in the order of one window', async () => {
    made.fill((fill) => {
      for (let i = 0; i < 23; i++) {
        const id = fill.account(`Same ${i % 4}`, { city: i % 3 === 0 ? undefined : `City ${i % 2}`, industry: `行业${i % 3}`, contractEnd: i % 5 === 0 ? undefined : `2027-0${(i % 3) + 1}-01` });
        if (i % 4 !== 0) fill.order(id, { on: '2026-10-01', lines: [{ amount: i % 5 }] });
      }
    });
    for (const sort of accountSorts) {
      for (const descending of [false, true]) {
        const whole = (await accounts().window({ sort, descending })).rows.map(({ id }) => id);
        expect(new Set(whole).size).toBe(23);
        for (const limit of [1, 5, 23]) {
          const seen: string[] = [];
          let cursor: string | null = null;
          do {
            const page = await accounts().window({ sort, descending, cursor, limit });
            seen.push(...page.rows.map(({ id }) => id));
            cursor = page.nextCursor;
          } while (cursor !== null);
          expect(seen, `${sort} ${descending} by ${limit}`).toEqual(whole);
        }
      }
    }
  });

  it('filters by key accounts, by quiet days of the calendar, and by name in any form', async () => {
    fillSome();
    expect(await names({ filter: { keyOnly: true } })).toEqual(['Ångström', '青屿半导体']);
    expect(await names({ filter: { quietDays: 30 } })).toEqual(['Ångström', '远舟物流']);
    expect(await names({ filter: { quietDays: 29 } })).toEqual(['Ångström', 'Castellan Bank', '远舟物流']);
    expect(await names({ filter: { text: 'qybdt' } })).toEqual(['青屿半导体']);
    expect(await names({ filter: { text: 'angstrom' } })).toEqual(['Ångström']);
    expect(await names({ filter: { text: 'ang', keyOnly: true, quietDays: 3 }, sort: 'revenue' })).toEqual(['Ångström']);
    expect(await names({ filter: { text: ' ' } })).toHaveLength(4);
    expect(await names({ filter: { text: 'nothing' } })).toEqual([]);
  });

  it('refuses a cursor that is none, or of another order', async () => {
    fillSome();
    const { nextCursor } = await accounts().window({ sort: 'revenue', limit: 1 });
    const refused = expect.objectContaining({ code: 'invalid-value', where: { field: 'cursor' } });
    for (const [cursor, sort] of [['x', 'revenue'], ['[1]', 'revenue'], ['{"a":1}', 'revenue'], [nextCursor, 'margin']] as const) {
      await expect(accounts().window({ sort, cursor })).rejects.toEqual(refused);
    }
    await expect(accounts().window({ sort: 'revenue', descending: true, cursor: nextCursor })).rejects.toEqual(refused);
  });

  it('shows figures in the row, and moves them on at midnight', async () => {
    const { a } = fillSome();
    const row = (await accounts().window({ filter: { text: '青屿' } })).rows[0];
    expect(row).toEqual({
      id: a, name: '青屿半导体', alias: null, city: '上海', country: null, isKey: true, revenue: 500, revenueBefore: null, margin: 400,
      months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 0], lastInteractionAt: instantInZone('2026-11-20', '09:00', 'Asia/Shanghai'), lastInteractionKind: 'meeting',
      nextTaskId: null, nextTask: null, nextDue: null,
    });
    made.clock.ms = Date.UTC(2027, 9, 2);
    expect((await accounts().window({ filter: { text: '青屿' } })).rows[0]).toMatchObject({ revenue: 0, revenueBefore: 500, months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
  });
});

describe('accounts.totals', () => {
  it('adds up the filter, not the window', async () => {
    made.fill((fill) => {
      for (let i = 1; i <= 3; i++) fill.order(fill.account(`A${i}`, { isKey: i > 1 }), { on: '2026-10-01', lines: [{ amount: 10 * i, cost: i }] });
      fill.order(fill.account('Euro'), { on: '2026-10-01', currency: 'EUR', lines: [{ amount: 1 }] });
    });
    expect(await accounts().totals()).toEqual({ count: 4, all: 4, revenue: 60, margin: 54, otherCurrencies: 1 });
    expect(await accounts().totals({ keyOnly: true })).toEqual({ count: 2, all: 4, revenue: 50, margin: 45, otherCurrencies: 0 });
    expect(await accounts().totals({ text: 'nobody' })).toEqual({ count: 0, all: 4, revenue: null, margin: null, otherCurrencies: 0 });
  });

  it('has no margin when one account with revenue does not know its own', async () => {
    made.fill((fill) => {
      fill.order(fill.account('Known'), { on: '2026-10-01', lines: [{ amount: 10, cost: 1 }] });
      fill.order(fill.account('Unknown'), { on: '2026-10-01', lines: [{ amount: 10 }] });
    });
    expect(await accounts().totals()).toMatchObject({ revenue: 20, margin: null });
    expect(await accounts().totals({ text: 'known' })).toMatchObject({ count: 2 });
    expect(await accounts().totals({ text: 'unknown' })).toMatchObject({ revenue: 10, margin: null });
  });
});

describe('accounts.file', () => {
  it('reads the whole file in one call', async () => {
    const ids = made.fill((fill) => {
      const group = fill.account('Group');
      const id = fill.account('Hengyue', { parentId: group, city: '无锡' });
      const { personId, positionId } = fill.person(id, '陈立新', { title: '首席信息官' });
      const su = fill.person(id, '苏敏', { reportsToId: positionId });
      for (let i = 1; i <= 7; i++) fill.order(id, { on: `2026-0${i}-01`, orderNo: `HY-${i}`, lines: [{ amount: i }, { amount: i }] });
      fill.order(id, { on: '2026-10-01', currency: 'EUR', lines: [{ amount: 5 }] });
      for (let i = 0; i < 10; i++) fill.interaction(id, { at: made.clock.ms - i * DAY, summary: `Talk ${i}`, personIds: i === 0 ? [personId, su.personId] : [personId] });
      fill.task(id, 'Second', { dueOn: '2026-12-03' });
      const first = fill.task(id, 'First', { dueOn: '2026-11-20', personId: su.personId });
      fill.task(id, 'Done', { doneAt: 1 });
      return { id, personId, su, first };
    });
    const file = await accounts().file(ids.id);
    expect(file).toMatchObject({
      account: { id: ids.id, name: 'Hengyue', city: '无锡', isKey: false, parentId: 'account-0001' }, parentName: 'Group',
      orderCount: 8, interactionCount: 10, openTaskCount: 2, otherCurrencies: [{ currency: 'EUR', amount: 5 }],
      figures: { revenue: 56, nextTaskId: ids.first, nextTask: 'First', nextDue: '2026-11-20', lastInteractionAt: made.clock.ms },
    });
    expect(file.contacts.map(({ name, title, reportsToName, lastInteractionAt }) => ({ name, title, reportsToName, lastInteractionAt }))).toEqual([
      { name: '陈立新', title: '首席信息官', reportsToName: null, lastInteractionAt: made.clock.ms },
      { name: '苏敏', title: null, reportsToName: '陈立新', lastInteractionAt: made.clock.ms },
    ]);
    expect(file.tasks.map(({ title, ownerName }) => [title, ownerName])).toEqual([['First', '苏敏'], ['Second', null]]);
    expect(file.lately).toHaveLength(8);
    expect(file.lately[0]).toMatchObject({ summary: 'Talk 0', people: ['苏敏', '陈立新'] });
    expect(file.latestOrders.map(({ orderedOn, amount, currency }) => [orderedOn, amount, currency])).toEqual([
      ['2026-10-01', 5, 'EUR'], ['2026-07-01', 14, 'CNY'], ['2026-06-01', 12, 'CNY'], ['2026-05-01', 10, 'CNY'], ['2026-04-01', 8, 'CNY'], ['2026-03-01', 6, 'CNY'],
    ]);
  });

  it('shows the file as it was, its figures counted to that day', async () => {
    const id = made.fill((fill) => {
      const account = fill.account('Before');
      fill.order(account, { on: '2026-10-01', lines: [{ amount: 100 }] });
      return account;
    });
    const then = made.clock.ms;
    made.clock.ms += DAY;
    await accounts().update(id, { name: 'After', city: '上海' });
    made.fill((fill) => {
      fill.person(id, '刘子衿');
      fill.order(id, { on: '2026-10-02', lines: [{ amount: 11 }] });
      fill.interaction(id, { at: made.clock.ms });
    });
    expect(await accounts().file(id, then)).toMatchObject({
      account: { name: 'Before', city: null }, contacts: [], interactionCount: 0, lately: [], figures: { name: 'Before', revenue: 100, lastInteractionAt: null },
    });
    expect(await accounts().file(id)).toMatchObject({ account: { name: 'After' }, interactionCount: 1, figures: { revenue: 111 } });
    await expect(accounts().file(id, then - DAY)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('moves its figures on at midnight, without being asked for the list first', async () => {
    const id = made.fill((fill) => {
      const account = fill.account('A');
      fill.order(account, { on: '2025-11-24', lines: [{ amount: 100 }] });
      return account;
    });
    expect((await accounts().file(id)).figures.revenue).toBe(100);
    made.clock.ms = Date.UTC(2026, 10, 23, 16);
    expect((await accounts().file(id)).figures).toMatchObject({ revenue: 0, revenueBefore: 100 });
  });

  it('computes figures live where the kept ones may not be written', async () => {
    const id = made.fill((fill) => {
      const account = fill.account('A');
      fill.order(account, { on: '2025-11-24', lines: [{ amount: 100 }] });
      return account;
    });
    made.deps.current.set({ ...made.book, readOnly: true });
    made.clock.ms += DAY;
    expect((await accounts().file(id)).figures).toMatchObject({ revenue: 0, revenueBefore: 100 });
    expect(made.book.db.prepare('SELECT revenue FROM account_figure').pluck().get()).toBe(100);
  });

  it('does not know an account that is not there', async () => {
    await expect(accounts().file('nowhere')).rejects.toMatchObject({ code: 'not-found', where: { field: 'id' } });
  });
});

describe('accounts.create and update', () => {
  it('makes an account that lists and search know at once', async () => {
    const { id, stepNo } = await accounts().create({ name: '沐川医疗', city: '', isKey: true });
    expect(stepNo).toBeGreaterThan(0);
    expect(await names({ filter: { text: 'mcyl' } })).toEqual(['沐川医疗']);
    expect((await accounts().file(id)).account).toMatchObject({ name: '沐川医疗', city: null, isKey: true, createdAt: made.clock.ms });
  });

  it('changes only the fields of the patch, and no step when nothing changes', async () => {
    const { id } = await accounts().create({ name: 'A', city: 'Wuxi', industry: 'Steel' });
    await accounts().update(id, { city: 'Suzhou', isKey: true });
    expect((await accounts().file(id)).account).toMatchObject({ city: 'Suzhou', industry: 'Steel', isKey: true });
    expect(await accounts().update(id, { city: 'Suzhou' })).toEqual({ stepNo: 0 });
    expect(await accounts().update(id, {})).toEqual({ stepNo: 0 });
  });

  it('refuses a parent that is not there, or would make a circle, and changes nothing', async () => {
    const group = (await accounts().create({ name: 'Group' })).id;
    const division = (await accounts().create({ name: 'Division', parentId: group })).id;
    const plant = (await accounts().create({ name: 'Plant', parentId: division })).id;
    const where = { field: 'parentId' };
    await expect(accounts().update(group, { parentId: plant, city: 'X' })).rejects.toMatchObject({ code: 'account-parent-cycle', where });
    await expect(accounts().update(group, { parentId: group })).rejects.toMatchObject({ code: 'account-parent-cycle', where });
    await expect(accounts().update(group, { parentId: 'gone' })).rejects.toMatchObject({ code: 'not-found', where });
    await expect(accounts().create({ name: 'New', parentId: 'gone' })).rejects.toMatchObject({ code: 'not-found', where });
    expect((await accounts().file(group)).account).toMatchObject({ parentId: null, city: null });
    await accounts().update(plant, { parentId: group });
    expect((await accounts().file(plant)).parentName).toBe('Group');
  });
});
