import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoStep } from '#core/db/undo.ts';
import { PAIR_CAP } from '#core/features/duplicates/find-duplicates.ts';
import { createDuplicatesHandlers } from '#core/features/duplicates/handlers.ts';
import type { RecordKind } from '#shared/domain/duplicates/model.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let made: FeatureBook;
beforeEach(() => {
  made = featureBook();
});
afterEach(() => made.dispose());

const duplicates = () => createDuplicatesHandlers(made.deps);
const list = (kind: RecordKind, page: { offset?: number; limit?: number } = {}) => duplicates().list({ kind, offset: page.offset ?? 0, limit: page.limit ?? 200 }, signal);
const told = async (kind: RecordKind): Promise<string[]> => (await list(kind)).pairs
  .map(({ first, second, reasons }) => `${[first.name, second.name].toSorted().join(' = ')}: ${reasons.map(({ reason }) => reason).join(', ')}`).toSorted();
const set = (table: string, id: string, fields: Record<string, string>): void => made.fill(() => {
  for (const [column, value] of Object.entries(fields)) made.book.db.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(value, id);
});

describe('likely duplicate accounts', () => {
  it('share a name but for its legal form, a second name or its sound', async () => {
    made.fill((fill) => {
      for (const name of ['恒岳重工集团有限公司', '恒岳重工', 'Ernst Handel GmbH', 'ernst-handel', '中国银行上海分行', '中国银行北京分行', 'Hengyuezhonggong']) fill.account(name);
      fill.account('Qingdao Harbour', { alias: '青岛港务' });
      fill.account('青岛港务有限公司');
    });
    expect(await told('account')).toEqual([
      'Ernst Handel GmbH = ernst-handel: name',
      'Hengyuezhonggong = 恒岳重工: pinyin',
      'Hengyuezhonggong = 恒岳重工集团有限公司: pinyin',
      'Qingdao Harbour = 青岛港务有限公司: alias, pinyin',
      '恒岳重工 = 恒岳重工集团有限公司: name',
    ]);
  });

  it('share a domain or a telephone number, however written, but not a free mail provider', async () => {
    const [north, south, free] = made.fill((fill) => [fill.account('North'), fill.account('South Yard'), fill.account('Free')]);
    made.fill((fill) => {
      fill.person(free, 'A', { email: 'a@163.com' });
      fill.person(fill.account('Other'), 'B', { email: 'b@163.com' });
      fill.person(south, 'C', { email: 'c@north.example' });
    });
    set('account', north, { website: 'https://www.North.example/about', phone: '+86 21 5555 0101' });
    set('account', south, { phone: '(021) 5555-0101' });
    const { pairs: [pair] } = await list('account');
    expect(await told('account')).toEqual(['North = South Yard: domain, phone']);
    expect(pair?.reasons[0]).toEqual({ reason: 'domain', value: 'north.example' });
  });

  it('are not companies of one group by what the group shares, nor a parent and its child', async () => {
    const [group, one, other] = made.fill((fill) => {
      const head = fill.account('Group');
      return [head, fill.account('Yard One', { parentId: head }), fill.account('Yard Two', { parentId: head })];
    });
    for (const id of [group, one, other]) set('account', id, { website: 'group.example' });
    expect(await told('account')).toEqual([]);
    set('account', one, { name: 'Group Ltd' });
    expect(await told('account')).toEqual([]);
    set('account', other, { name: 'Group Ltd' });
    expect(await told('account')).toEqual(['Group Ltd = Group Ltd: name']);
  });
});

describe('likely duplicate people', () => {
  it('share a name within one group, or an address or mobile number anywhere', async () => {
    const ids = made.fill((fill) => {
      const head = fill.account('Group');
      const [child, far] = [fill.account('Child', { parentId: head }), fill.account('Far')];
      return {
        one: fill.person(head, '陈立新').personId, two: fill.person(child, 'Chen Lixin').personId, far: fill.person(far, '陈立新').personId,
        anders: fill.person(head, 'Maria Anders').personId, turned: fill.person(head, 'Anders, Maria').personId, box: fill.person(far, 'Wu', { email: 'info@far.example' }).personId,
      };
    });
    made.fill((fill) => fill.person(fill.account('Else'), 'Zhao', { email: 'INFO@far.example' }));
    expect(await told('person')).toEqual(['Anders, Maria = Maria Anders: name', 'Chen Lixin = 陈立新: pinyin']);
    set('person', ids.far, { mobile: '+86 139 0000 1111', email: 'chen@far.example' });
    set('person', ids.one, { mobile: '13900001111', email: 'Chen@FAR.example' });
    expect(await told('person')).toContain('陈立新 = 陈立新: email, mobile');
  });
});

describe('the list', () => {
  it('goes from the likeliest on, page by page, and counts both kinds', async () => {
    made.fill((fill) => {
      for (const name of ['Acme', 'ACME Ltd', 'Bolt', 'Bolt GmbH', 'Crane', 'Crane Inc.']) fill.account(name, { city: 'Wuxi' });
      const at = fill.account('Sole');
      fill.person(at, 'Maria Anders', { title: 'Buyer' });
      fill.person(at, 'Maria Anders');
    });
    const [all, page] = [await list('account'), await list('account', { offset: 1, limit: 1 })];
    expect(all.counts).toEqual({ account: 3, person: 1 });
    expect(page.pairs).toEqual([all.pairs[1]]);
    expect(all.pairs[0]?.first.detail).toBe('Wuxi');
    expect((await list('person')).pairs[0]).toMatchObject({ first: { detail: 'Buyer · Sole' }, second: { detail: 'Sole' } });
  });

  it('leaves out those told apart, until that is undone', async () => {
    const [firstId, secondId] = made.fill((fill) => [fill.account('Acme'), fill.account('ACME')]);
    const { stepNo } = await duplicates().keepApart({ kind: 'account', firstId: secondId, secondId: firstId }, signal);
    expect(await told('account')).toEqual([]);
    made.reopen();
    made.deps.current.set(made.book);
    expect(await told('account')).toEqual([]);
    undoStep(made.book, stepNo);
    expect(await told('account')).toEqual(['ACME = Acme: name']);
  });

  it('is found by what they share and not pair by pair, and stops at the cap', async () => {
    made.fill((fill) => {
      for (let n = 0; n < 1_000; n += 1) {
        const id = fill.account(`Company ${n % 840} of ${n % 7}`);
        for (let p = 0; p < 10; p += 1) fill.person(id, `Given${p} Family${n}`, { email: `p${p}@company${n}.example` });
      }
      const crowd = fill.account('Crowd');
      for (let n = 0; n < 700; n += 1) fill.person(crowd, 'Same Name');
    });
    const handlers = duplicates();
    const ask = (kind: RecordKind) => handlers.list({ kind, offset: 0, limit: 1 }, signal);
    // Processor time, since others may use the machine meanwhile.
    const spent = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1_000;
    const began = spent();
    const { counts } = await ask('person');
    expect(counts.person).toBe(PAIR_CAP);
    expect(spent() - began).toBeLessThan(2_000);
    const again = spent();
    await ask('account');
    expect(spent() - again).toBeLessThan(200);
  }, 120_000);
});
