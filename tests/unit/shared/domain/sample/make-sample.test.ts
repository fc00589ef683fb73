import { describe, expect, it } from 'vitest';
import { readSampleWords } from '#core/features/sample/read-words.ts';
import { accountFieldsSchema } from '#shared/domain/account/model.ts';
import { comingOf } from '#shared/domain/calendar/account-days.ts';
import { parseAnniversary } from '#shared/domain/calendar/anniversary.ts';
import { positionFieldsSchema } from '#shared/domain/person/model.ts';
import { accountsPart } from '#shared/domain/sample/accounts-part.ts';
import { colleaguesPart } from '#shared/domain/sample/colleagues-part.ts';
import { makeSample, type SampleRequest } from '#shared/domain/sample/make-sample.ts';
import { peoplePart } from '#shared/domain/sample/people-part.ts';
import type { SamplePart, SampleRow, SampleTable } from '#shared/domain/sample/world.ts';
import { addDays, addMonths, isIsoDate } from '#shared/kernel/dates.ts';
import { instantInZone } from '#shared/kernel/zoned-time.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

const words = readSampleWords(resourcesDir);
const request: SampleRequest = { seed: 1, today: '2026-11-23', timeZone: 'Asia/Shanghai', currency: 'CNY' };
const tables = makeSample(request, words);

const rowsOf = (name: string, from: SampleTable[] = tables): SampleRow[] => from.find(({ table }) => table === name)?.rows ?? [];
const text = (row: SampleRow | undefined, field: string): string => String(row?.[field]);
const num = (row: SampleRow | undefined, field: string): number => Number(row?.[field]);

const accounts = rowsOf('account');
const accountOf = (name: string): SampleRow => accounts.find((row) => row['name'] === name) ?? {};
const orders = new Map(rowsOf('salesOrder').map((row) => [text(row, 'id'), row]));

/** Amount by account of the orders from a day on, in units of the book currency; other currencies are left out. */
function revenue(from: string, to = '9999'): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of rowsOf('orderLine')) {
    const order = orders.get(text(line, 'orderId'));
    if (order?.['currency'] !== 'CNY' || text(order, 'orderedOn') < from || text(order, 'orderedOn') >= to) continue;
    const id = text(order, 'accountId');
    sums.set(id, (sums.get(id) ?? 0) + num(line, 'amount') / 10_000);
  }
  return sums;
}

describe('the same again', () => {
  it('for the same seed and day, and another for another seed', () => {
    expect(makeSample(request, words)).toEqual(tables);
    const other = makeSample({ ...request, seed: 2 }, words);
    for (const { table, rows } of other) expect(rows).not.toEqual(rowsOf(table));
  });

  it('whatever parts come beside or draw more', () => {
    const greedy: SamplePart = { name: 'greedy', make: (_, { random, id }) => [{ table: 'greedy', rows: Array.from({ length: 9 }, () => ({ id: id(0), n: random.next() })) }] };
    const bare = makeSample(request, words, [colleaguesPart, accountsPart, peoplePart]);
    const fuller = makeSample(request, words, [greedy, colleaguesPart, greedy, accountsPart, peoplePart]);
    expect(rowsOf('greedy', fuller)).toHaveLength(9);
    for (const name of ['colleague', 'account', 'person', 'position']) {
      expect(rowsOf(name, fuller)).toEqual(rowsOf(name, bare));
      expect(rowsOf(name, bare)).toEqual(rowsOf(name));
    }
  });

  it('on another day as alive as on this', () => {
    for (const today of ['2024-02-29', '2027-01-01', '2026-08-02']) {
      const made = makeSample({ ...request, today }, words);
      expect(rowsOf('salesOrder', made).length).toBeGreaterThan(4_000);
      expect(rowsOf('salesOrder', made).filter((row) => text(row, 'orderedOn') >= today)).toEqual([]);
      expect(rowsOf('task', made).filter((row) => row['dueOn'] === today && row['doneAt'] === null).length).toBeGreaterThan(0);
    }
  });
});

describe('rows', () => {
  it('have ids of their own and refer only to rows before them', () => {
    const known = new Set([text(rowsOf('salesOrder').find((row) => !rowsOf('colleague').some(({ id }) => id === row['colleagueId'])), 'colleagueId')]);
    const wrong: string[] = [];
    for (const { table, rows } of tables) {
      for (const row of rows) {
        for (const [field, value] of Object.entries(row)) {
          if (field !== 'externalId' && field.endsWith('Id') && value !== null && !known.has(String(value))) wrong.push(`${table}.${field}`);
        }
        if (row['id'] === undefined) continue;
        if (known.has(text(row, 'id'))) wrong.push(`${table}.id`);
        known.add(text(row, 'id'));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keep to the models', () => {
    for (const row of accounts) accountFieldsSchema.partial().parse({ ...row, isKey: row['isKey'] === 1 });
    for (const row of rowsOf('position')) positionFieldsSchema.parse({ ...row, buyingRoles: JSON.parse(text(row, 'buyingRoles')) });
  });

  it('leave no gap of a sentence open and name no address that could be somebody’s', () => {
    const all = JSON.stringify(tables);
    expect(all).not.toMatch(/\{\w+\}|undefined|NaN/);
    for (const [address] of all.matchAll(/[\w.'-]+@[\w.-]+/g)) expect(address).toMatch(/^[a-z.]+@[a-z-]+\.example\.com$/);
  });

  it('lie in the past, but for what is due or ends', () => {
    const begin = addMonths(request.today, -26);
    const now = instantInZone(request.today, '00:00', request.timeZone);
    for (const row of rowsOf('interaction')) expect(num(row, 'at')).toBeLessThan(now);
    for (const row of rowsOf('task')) {
      expect(num(row, 'createdAt')).toBeLessThan(now);
      expect(isIsoDate(text(row, 'dueOn'))).toBe(true);
      if (row['doneAt'] !== null) expect(num(row, 'doneAt')).toBeLessThan(now);
    }
    for (const row of orders.values()) expect(text(row, 'orderedOn') >= begin && text(row, 'orderedOn') < request.today).toBe(true);
    for (const row of accounts) expect(text(row, 'customerSince') < request.today).toBe(true);
  });
});

describe('phones', () => {
  it('are of ranges kept free for stories, and nobody shares one', () => {
    const phones = [...rowsOf('account').map((row) => row['phone']), ...rowsOf('person').map((row) => row['mobile'])].filter((phone) => phone !== null);
    expect(phones.length).toBeGreaterThan(300);
    expect(new Set(phones).size).toBe(phones.length);
    for (const phone of phones) expect(phone).toMatch(/^(\+86 100 0000 \d{4}|\+44 20 7946 0\d{3}|\+1 202 555 01\d\d|\+49 30 23125 \d{3})$/);
  });
});

describe('the story', () => {
  const year = revenue(addMonths(request.today, -12));
  const before = revenue(addMonths(request.today, -24), addMonths(request.today, -12));

  it('has the size of a manager’s book', () => {
    expect(Object.fromEntries(tables.map(({ table, rows }) => [table, rows.length]))).toMatchObject({ account: 120, product: 17, colleague: 7 });
    expect(rowsOf('person').length).toBeGreaterThan(750);
    expect(rowsOf('interaction').length).toBeGreaterThan(3_500);
    expect(rowsOf('orderLine').length).toBeGreaterThan(14_000);
    expect(rowsOf('task').length).toBeGreaterThan(450);
    expect(new Set(accounts.map((row) => row['name'])).size).toBe(120);
    expect(accounts.filter((row) => row['isKey'] === 1)).toHaveLength(24);
    expect(accounts.filter((row) => row['parentId'] !== null).length).toBeGreaterThan(5);
  });

  it('lives by a fifth of its accounts', () => {
    const sorted = [...year.values()].toSorted((a, b) => b - a);
    const share = sorted.slice(0, 24).reduce((a, b) => a + b, 0) / sorted.reduce((a, b) => a + b, 0);
    expect(share).toBeGreaterThan(0.74);
    expect(share).toBeLessThan(0.86);
  });

  it.each([['恒岳重工集团', 48.2, 1.11], ['澜石新能源', 27.8, 1.27], ['Pellworth Chemicals', 22.7, 0.76]])('%s makes about %d million, %d times the year before', (name, millions, growth) => {
    const id = text(accountOf(name), 'id');
    expect((year.get(id) ?? 0) / 1e6 / millions).toBeCloseTo(1, 0);
    expect((year.get(id) ?? 0) / (before.get(id) ?? 1) / growth).toBeGreaterThan(0.8);
    expect((year.get(id) ?? 0) / (before.get(id) ?? 1) / growth).toBeLessThan(1.25);
  });

  it('has accounts that came, that left, that are quiet, and that pay in another currency', () => {
    const half = revenue(addMonths(request.today, -3));
    expect(accounts.filter(({ id }) => year.has(String(id)) && !before.has(String(id))).length).toBeGreaterThan(4);
    expect(accounts.filter(({ id }) => before.has(String(id)) && !half.has(String(id))).length).toBeGreaterThan(2);
    const last = new Map<string, number>();
    for (const row of rowsOf('interaction')) last.set(text(row, 'accountId'), Math.max(last.get(text(row, 'accountId')) ?? 0, num(row, 'at')));
    const quiet = instantInZone(addDays(request.today, -40), '00:00', request.timeZone);
    expect([...last.values()].filter((at) => at < quiet).length).toBeGreaterThan(8);
    expect(last.get(text(accountOf('远舟物流'), 'id'))).toBeLessThan(quiet);
    expect(new Set([...orders.values()].map((row) => row['currency']))).toEqual(new Set(['CNY', 'EUR', 'JPY', 'USD']));
  });

  it('leaves white space: most accounts buy some of the categories only', () => {
    const category = new Map(rowsOf('product').map((row) => [row['id'], text(row, 'category')]));
    const bought = Map.groupBy(rowsOf('orderLine'), (line) => text(orders.get(text(line, 'orderId')), 'accountId'));
    const counts = [...bought.values()].map((lines) => new Set(lines.map((line) => category.get(line['productId'] ?? ''))).size);
    expect(counts.filter((count) => count < 6).length).toBeGreaterThan(100);
    expect(rowsOf('orderLine').filter((line) => line['isReturn'] === 1).every((line) => num(line, 'amount') < 0)).toBe(true);
  });

  it('has org charts under one head, and people of the pictures', () => {
    const positions = Map.groupBy(rowsOf('position'), (row) => text(row, 'accountId'));
    for (const [, list] of positions) {
      expect(list.length).toBeGreaterThanOrEqual(3);
      expect(list.length).toBeLessThanOrEqual(25);
      expect(list.filter((row) => row['reportsToId'] === null)).toHaveLength(1);
    }
    const names = new Map(rowsOf('person').map((row) => [row['id'], text(row, 'name')]));
    const hengyue = positions.get(text(accountOf('恒岳重工集团'), 'id')) ?? [];
    expect(hengyue.map((row) => names.get(row['personId'] ?? ''))).toEqual(expect.arrayContaining(['周启明', '苏敏', '吴海峰']));
  });

  it('speaks Chinese of Chinese accounts and English of others, and forty entries of one hardly repeat', () => {
    const talks = Map.groupBy(rowsOf('interaction'), (row) => text(row, 'accountId'));
    const summaries = (name: string) => (talks.get(text(accountOf(name), 'id')) ?? []).slice(0, 40).map((row) => text(row, 'summary'));
    for (const summary of summaries('恒岳重工集团')) expect(summary).toMatch(/\p{Script=Han}/u);
    for (const summary of summaries('Northgate Mobility')) expect(summary).not.toMatch(/\p{Script=Han}/u);
    for (const name of ['恒岳重工集团', 'Northgate Mobility']) expect(new Set(summaries(name)).size).toBeGreaterThan(37);
  });

  it('has work that is late, due today, ahead and done', () => {
    const open = rowsOf('task').filter((row) => row['doneAt'] === null).map((row) => text(row, 'dueOn'));
    expect(open.filter((due) => due < request.today).length).toBeGreaterThan(4);
    expect(open.filter((due) => due === request.today).length).toBeGreaterThan(2);
    expect(open.filter((due) => due > request.today).length).toBeGreaterThan(40);
    expect(rowsOf('task').length - open.length).toBeGreaterThan(300);
  });
});

describe('days that matter', () => {
  const birthdays = rowsOf('person').map((row) => row['birthday']).filter((day) => day !== null).map(String);

  it('are of both calendars, with and without years, one in a leap month', () => {
    for (const day of birthdays) expect(parseAnniversary(day), day).not.toBeNull();
    for (const form of [/^\d{4}-/, /^--/, /^lunar:\d{4}-/, /^lunar:--/, /L-/]) expect(birthdays.filter((day) => form.test(day)).length, String(form)).toBeGreaterThan(0);
    expect(birthdays.filter((day) => /^\d{4}/.test(day)).every((day) => day < addMonths(request.today, -12 * 27))).toBe(true);
  });

  it('come soon in the story, whatever the day: a birthday by the Chinese calendar, a listing', () => {
    for (const today of [request.today, '2027-03-01']) {
      const made = makeSample({ ...request, today }, words);
      const person = rowsOf('person', made).find(({ name }) => name === '何婉清');
      expect(comingOf(text(person, 'birthday'), today)?.date).toBe(addDays(today, 3));
      const ids = new Set(rowsOf('account', made).map((row) => text(row, 'id')));
      for (const row of rowsOf('milestone', made)) expect(ids.has(text(row, 'accountId'))).toBe(true);
      expect(rowsOf('milestone', made).some((row) => comingOf(text(row, 'onDay'), today)?.date === addDays(today, 5))).toBe(true);
    }
  });

  it('are of founding before the start of business, and of intervals for those who decide at key accounts', () => {
    for (const row of accounts) if (/^\d{4}/.test(text(row, 'foundedOn'))) expect(text(row, 'foundedOn') < text(row, 'customerSince')).toBe(true);
    const kept = rowsOf('person').filter((row) => row['keepInTouchDays'] !== null);
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.length).toBeLessThan(150);
    expect(rowsOf('milestone').length).toBeGreaterThan(5);
  });
});
