import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetLeftOut } from '#core/features/imports/forget-left-out.ts';
import { createPeopleHandlers } from '#core/features/people/handlers.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let made: FeatureBook;
type Table = ReturnType<typeof createPeopleHandlers>;
type Input<K extends keyof Table> = Parameters<Table[K]>[0];
const people = () => {
  const table = createPeopleHandlers({ ...made.deps, forgetElsewhere: forgetLeftOut, bundlesStillHolding: async (_book, ids) => ({ folder: '/shared', bundles: ids.length * 2 }) });
  return {
    list: async (input: Input<'list'>) => table.list(input, signal),
    create: async (input: Input<'create'>) => table.create(input, signal),
    update: async (input: Input<'update'>) => table.update(input, signal),
    remove: async (input: Input<'remove'>) => table.remove(input, signal),
    eraseForGood: async (input: Input<'eraseForGood'>) => table.eraseForGood(input, signal),
    colleagues: async () => table.colleagues(undefined, signal),
    find: async (input: Input<'find'>) => table.find(input, signal),
  };
};

beforeEach(() => {
  made = featureBook();
});

afterEach(() => made.dispose());

describe('people.create, update and list', () => {
  it('makes a person with a position and shows both as one contact', async () => {
    const account = made.fill((fill) => fill.account('恒岳重工'));
    const boss = await people().create({ accountId: account, name: '陈立新', title: '首席信息官', buyingRoles: ['sponsor', 'economic'], influence: 3, attitude: 2 });
    await people().create({ accountId: account, name: '高原', department: '设备管理部', email: '', reportsToId: boss.positionId });
    const contacts = await people().list({ accountId: account });
    expect(contacts.map(({ name, title, department, email, reportsToName, buyingRoles }) => ({ name, title, department, email, reportsToName, buyingRoles }))).toEqual([
      { name: '陈立新', title: '首席信息官', department: null, email: null, reportsToName: null, buyingRoles: ['sponsor', 'economic'] },
      { name: '高原', title: null, department: '设备管理部', email: null, reportsToName: '陈立新', buyingRoles: [] },
    ]);
  });

  it('changes the person everywhere and the position only here', async () => {
    const { a, b, position } = made.fill((fill) => {
      const [one, two] = [fill.account('A'), fill.account('B')];
      const { personId, positionId } = fill.person(one, '高原', { title: 'Engineer' });
      fill.position(two, personId, { title: 'Adviser' });
      return { a: one, b: two, position: positionId };
    });
    await people().update({ positionId: position, patch: { name: '高远', title: 'Director', phone: '' } });
    expect(await people().list({ accountId: a })).toMatchObject([{ name: '高远', title: 'Director', phone: null }]);
    expect(await people().list({ accountId: b })).toMatchObject([{ name: '高远', title: 'Adviser' }]);
    expect(await people().find({ text: 'gy', kinds: ['person'], limit: 5 })).toMatchObject([{ name: '高远' }]);
  });

  it('counts the last meeting at this account, up to today', async () => {
    const { a, now } = made.fill((fill) => {
      const [one, two] = [fill.account('A'), fill.account('B')];
      const { personId } = fill.person(one, '高原');
      const at = made.clock.ms;
      fill.interaction(one, { at: at - 5000, personIds: [personId] });
      fill.interaction(two, { at, personIds: [personId] });
      fill.interaction(one, { at: at + 40 * 3_600_000, personIds: [personId] });
      return { a: one, now: at };
    });
    expect((await people().list({ accountId: a }))[0]?.lastInteractionAt).toBe(now - 5000);
  });

  it('refuses reporting to nobody known, to another account, in a circle', async () => {
    const { chief, clerk, stranger } = made.fill((fill) => {
      const account = fill.account('A');
      const top = fill.person(account, 'Chief');
      const middle = fill.person(account, 'Middle', { reportsToId: top.positionId });
      return { chief: top, clerk: fill.person(account, 'Clerk', { reportsToId: middle.positionId }), stranger: fill.person(fill.account('B'), 'Stranger') };
    });
    const where = { field: 'reportsToId' };
    const to = (reportsToId: string) => people().update({ positionId: chief.positionId, patch: { reportsToId } });
    await expect(to(clerk.positionId)).rejects.toMatchObject({ code: 'reports-to-cycle', where });
    await expect(to(chief.positionId)).rejects.toMatchObject({ code: 'reports-to-cycle', where });
    await expect(to(stranger.positionId)).rejects.toMatchObject({ code: 'invalid-value', where });
    await expect(to('gone')).rejects.toMatchObject({ code: 'not-found', where });
    await expect(people().update({ positionId: 'gone', patch: {} })).rejects.toMatchObject({ code: 'not-found', where: { field: 'positionId' } });
    await expect(people().create({ accountId: 'gone', name: 'X' })).rejects.toMatchObject({ code: 'not-found', where: { field: 'accountId' } });
  });

  it('lists the people of a past moment', async () => {
    const account = made.fill((fill) => fill.account('A'));
    const first = await people().create({ accountId: account, name: '刘子衿' });
    const then = made.clock.ms;
    made.clock.ms += 60_000;
    await people().update({ positionId: first.positionId, patch: { title: 'CTO' } });
    await people().create({ accountId: account, name: '罗子健' });
    expect((await people().list({ accountId: account, asOf: then })).map(({ name, title }) => [name, title])).toEqual([['刘子衿', null]]);
    expect(await people().list({ accountId: account })).toHaveLength(2);
  });
});

describe('people.remove', () => {
  const count = (table: string): unknown => made.book.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

  it('frees those who reported to the position, and forgets a person nothing speaks of', async () => {
    const { account, top } = made.fill((fill) => {
      const id = fill.account('A');
      const chief = fill.person(id, 'Chief');
      fill.person(id, 'Clerk', { reportsToId: chief.positionId });
      return { account: id, top: chief };
    });
    await people().remove({ positionId: top.positionId });
    expect(await people().list({ accountId: account })).toMatchObject([{ name: 'Clerk', reportsToId: null, reportsToName: null }]);
    expect(count('person')).toBe(1);
  });

  it('keeps a person whom an interaction, a task or another account names, and no longer offers one who has left', async () => {
    const left = made.fill((fill) => {
      const [a, b] = [fill.account('A'), fill.account('B')];
      const [met, owner, both] = [fill.person(a, 'Met'), fill.person(a, 'Owner'), fill.person(a, 'Both')];
      fill.interaction(a, { at: 0, personIds: [met.personId] });
      fill.task(a, 'Call', { personId: owner.personId });
      fill.position(b, both.personId);
      return [met, owner, both];
    });
    for (const { positionId } of left) await people().remove({ positionId });
    expect(count('person')).toBe(3);
    expect((await people().find({ text: '', kinds: ['person'], limit: 10 })).map(({ name }) => name)).toEqual(['Both']);
  });
});

describe('people.find', () => {
  it('shows where a person is, and the people of the account at hand first', async () => {
    const { hengyue, liu } = made.fill((fill) => {
      const [one, two] = [fill.account('恒岳重工集团', { city: '无锡' }), fill.account('云岫材料')];
      fill.person(two, '罗子健', { title: '工厂 IT' });
      const person = fill.person(one, '刘子衿', { title: 'IT 架构师' });
      fill.position(two, person.personId, { title: '顾问' });
      return { hengyue: one, liu: person };
    });
    expect(await people().find({ text: 'lzj', kinds: ['account', 'person', 'colleague'], accountId: hengyue, limit: 8 })).toEqual([
      { kind: 'person', id: liu.personId, accountId: hengyue, name: '刘子衿', detail: 'IT 架构师 · 恒岳重工集团', pinyin: [['Liu', 1], ['Zi', 1], ['Jin', 1]] },
      { kind: 'person', id: 'person-0001', accountId: 'account-0002', name: '罗子健', detail: '工厂 IT · 云岫材料', pinyin: [['Luo', 1], ['Zi', 1], ['Jian', 1]] },
    ]);
    expect(await people().find({ text: 'lzj', kinds: ['person'], accountId: 'account-0002', limit: 8 })).toMatchObject([{ name: '刘子衿', detail: '顾问 · 云岫材料' }, { name: '罗子健' }]);
  });

  it('finds accounts and colleagues, of the kinds asked for only', async () => {
    made.fill((fill) => {
      fill.account('Halden Robotics', { alias: '哈尔登机器人', city: 'Halden' });
      fill.colleague('韩磊', { title: 'Sales' });
    });
    expect(await people().find({ text: 'h', kinds: ['account', 'colleague'], limit: 8 })).toMatchObject([
      { kind: 'account', accountId: 'account-0001', name: 'Halden Robotics', detail: '哈尔登机器人 · Halden', pinyin: null },
      { kind: 'colleague', accountId: null, name: '韩磊', detail: 'Sales', pinyin: [['Han', 1], ['Lei', 0]] },
    ]);
    expect(await people().find({ text: 'hed', kinds: ['account'], limit: 8 })).toMatchObject([{ pinyin: [['Ha', 1], ['Er', 1], ['Deng', 1], ['Ji', 0], ['Qi', 0], ['Ren', 0]] }]);
    expect(await people().find({ text: 'h', kinds: ['person'], limit: 8 })).toEqual([]);
  });

  it('puts the one who keeps the book first among colleagues', async () => {
    made.fill((fill) => fill.colleague('An An'));
    expect(await people().colleagues()).toMatchObject([{ name: 'Lin Xiaotong', isMe: true }, { name: 'An An', isMe: false }]);
  });
});

describe('people.eraseForGood', () => {
  it('takes the person out of every account and refuses one that is not there', async () => {
    const account = made.fill((fill) => fill.account('A'));
    const { personId } = await people().create({ accountId: account, name: 'Katharina', title: 'CFO' });
    await people().create({ accountId: account, name: 'Other' });
    expect(await people().eraseForGood({ personId })).toEqual({ backups: [], shared: { folder: '/shared', bundles: 2 } });
    expect((await people().list({ accountId: account })).map((contact) => contact.name)).toEqual(['Other']);
    await expect(people().eraseForGood({ personId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes them out of the rows that an import left out', async () => {
    const account = made.fill((fill) => fill.account('A'));
    const { personId } = await people().create({ accountId: account, name: 'Katharina', email: 'kat@example.com' });
    const rows = ['Mail,ballast:row,ballast:problem', 'KAT@example.com,2,x', 'other@example.com,3,x'].join('\r\n');
    made.book.writeLocal(() => made.book.db.prepare("INSERT INTO left_out VALUES ('l', 'f.csv', 'people', 1, 2, ?)").run(gzipSync(rows)));
    await people().eraseForGood({ personId });
    const kept = made.book.db.prepare<[], { rows: number; content: Buffer }>('SELECT rows, content FROM left_out').get();
    expect([kept?.rows, gunzipSync(kept?.content ?? '').toString()]).toEqual([1, 'Mail,ballast:row,ballast:problem\r\nother@example.com,3,x']);
  });
});
