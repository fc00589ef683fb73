import { describe, expect, it } from 'vitest';
import type { Account } from '#shared/domain/account/model.ts';
import type { Contact } from '#shared/domain/person/model.ts';
import type { Task } from '#shared/domain/task/model.ts';
import {
  changeRatio, columnOf, detailFields, detailsPatch, detailsProblem, endOfMonth, hasSales, inDueOrder, keyPeople, markOf, placeOf, ratioOf, yearFigures, type DetailField,
} from '#renderer/features/account-file/view-model.ts';

const task = (id: string, dueOn: string | null, doneAt: number | null = null): Task => ({
  id, title: id, dueOn, doneAt, accountId: 'a', interactionId: null, colleagueId: null, personId: null, ownerName: null,
});

const contact = (name: string, more: Partial<Contact> = {}): Contact => ({
  name, personId: name, positionId: name, accountId: 'a', phone: null, mobile: null, email: null, wechat: null, birthday: null, keepInTouchDays: null, externalId: null, title: null, department: null,
  reportsToId: null, reportsToName: null, buyingRoles: [], influence: null, attitude: null, lastInteractionAt: null, ...more,
});

const account: Account = {
  id: 'a', createdAt: 0, name: 'Northgate Mobility', alias: null, externalId: 'N1', parentId: null, industry: null, address: null, city: 'Wuxi', region: null,
  postalCode: null, country: null, phone: null, fax: null, website: null, customerSince: '2019-03-01', contractEnd: null, isKey: true, foundedOn: null, quietDays: null,
};

describe('mark of an account', () => {
  it.each([
    ['恒岳重工集团', '恒岳'], ['Hengyue Heavy Industries', 'HH'], ['Alfreds Futterkiste', 'AF'], ['QUICK-Stop', 'QS'], ['Tesla', 'TE'], ['B\'s Beverages', 'BB'],
    ['3M', '3M'], ['海', '海'], ['青岛 Haier', '青岛'], ['', ''],
  ])('%s → %s', (name, mark) => {
    expect(markOf(name)).toBe(mark);
  });
});

it('says where an account is, from small to large in English and the other way round in Chinese', () => {
  expect(placeOf({ city: 'Wuxi', region: 'Jiangsu', country: 'China' }, 'en')).toBe('Wuxi, Jiangsu, China');
  expect(placeOf({ city: '无锡', region: '江苏', country: null }, 'zh-CN')).toBe('江苏 无锡');
  expect(placeOf({ city: 'Shanghai', region: 'Shanghai', country: null }, 'en')).toBe('Shanghai');
  expect(placeOf({ city: null, region: '', country: null }, 'en')).toBe('');
});

describe('next steps', () => {
  it('come in the order they are due, those without a day last, done ones not at all', () => {
    expect(inDueOrder([task('none', null), task('late', '2026-11-20'), task('done', '2026-01-01', 5), task('soon', '2026-11-25')]).map(({ id }) => id)).toEqual(['late', 'soon', 'none']);
  });
});

describe('key people', () => {
  it('puts deciders first, then influence, then who was met last', () => {
    const people = [
      contact('user', { buyingRoles: ['user'], influence: 3 }), contact('met', { lastInteractionAt: 9 }), contact('quiet'),
      contact('sponsor', { buyingRoles: ['sponsor'] }), contact('decider', { buyingRoles: ['evaluator', 'decisionMaker'] }),
    ];
    expect(keyPeople(people, 4).map(({ name }) => name)).toEqual(['decider', 'sponsor', 'user', 'met']);
  });
});

describe('figures of a year', () => {
  const month = (amount: number, margin: number | null, amountBefore = 0, marginBefore: number | null = null) => ({ month: '2026-01', amount, margin, amountBefore, marginBefore });

  it('adds up months; a month without sales lacks no margin', () => {
    expect(yearFigures([month(10, 4, 8, 2), month(0, null), month(5, 1)])).toEqual({ amount: 15, amountBefore: 8, margin: 5, marginBefore: 2 });
  });

  it('does not know the margin of the year when one month with sales does not', () => {
    expect(yearFigures([month(10, 4), month(5, null)]).margin).toBeNull();
    expect(yearFigures([]).margin).toBeNull();
  });

  it('compares only with something', () => {
    expect(changeRatio(110, 100)).toBeCloseTo(0.1);
    expect(changeRatio(90, 100)).toBeCloseTo(-0.1);
    expect(changeRatio(90, 0)).toBeNull();
    expect(changeRatio(90, -5)).toBeNull();
    expect(changeRatio(null, 100)).toBeNull();
    expect(ratioOf(34, 100)).toBe(0.34);
    expect(ratioOf(34, 0)).toBeNull();
  });

  it('sees sales in either year', () => {
    expect(hasSales([month(0, null)])).toBe(false);
    expect(hasSales([month(0, null, 3)])).toBe(true);
  });
});

it('asks for whole months up to an old order', () => {
  expect(endOfMonth('1998-05-06')).toBe('1998-05-31');
  expect(endOfMonth('1996-02-01')).toBe('1996-02-29');
  expect(endOfMonth('2026-12-31')).toBe('2026-12-31');
});

describe('details form', () => {
  const values = Object.fromEntries(detailFields.map((field) => [field, String(account[field] ?? '')])) as Record<DetailField, string>;

  it('saves only what was changed, blank as nothing', () => {
    expect(detailsPatch(account, values)).toEqual({});
    expect(detailsPatch(account, { ...values, city: '  ', industry: ' Transport ', name: 'Northgate' })).toEqual({ city: null, industry: 'Transport', name: 'Northgate' });
  });

  it('keeps days as numbers, and a day of the year as it is written', () => {
    expect(detailsPatch(account, { ...values, quietDays: '45', foundedOn: '--12-01' })).toEqual({ quietDays: 45, foundedOn: '--12-01' });
    expect(detailsPatch({ ...account, quietDays: 45 }, { ...values, quietDays: '45' })).toEqual({});
    expect(detailsPatch({ ...account, quietDays: 45 }, values)).toEqual({ quietDays: null });
  });

  it.each([
    [{}, null], [{ name: ' ' }, 'name'], [{ foundedOn: '1998' }, 'foundedOn'], [{ foundedOn: '1998-05-01' }, null],
    [{ quietDays: '0' }, 'quietDays'], [{ quietDays: '3651' }, 'quietDays'], [{ quietDays: '3650' }, null],
  ])('of %j finds wrong: %s', (more, problem) => expect(detailsProblem({ ...values, ...more })).toBe(problem));

  it('knows a field by its column in the log', () => {
    expect(columnOf('customerSince')).toBe('customer_since');
    expect(columnOf('name')).toBe('name');
  });
});
