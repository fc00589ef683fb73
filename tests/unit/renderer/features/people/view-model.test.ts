import { describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/person/model.ts';
import { fieldsOf, formOf, isBirthday, isDeciding, isInterval, patchOf, possibleManagers } from '#renderer/features/people/view-model.ts';

const contact = (id: string, reportsToId: string | null = null, more: Partial<Contact> = {}): Contact => ({
  name: id, personId: `p-${id}`, positionId: id, accountId: 'a', phone: null, mobile: '139', email: null, wechat: null, birthday: null, keepInTouchDays: null, externalId: null, title: 'CIO', department: null,
  reportsToId, reportsToName: null, buyingRoles: ['champion'], influence: null, attitude: null, lastInteractionAt: null, ...more,
});

describe('form of a person', () => {
  it('is blank for a new one', () => {
    expect(formOf(null)).toMatchObject({ name: '', title: '', reportsToId: null, buyingRoles: [] });
  });

  it('gives back nothing of a contact that was not changed', () => {
    expect(patchOf(contact('Su Min', 'boss'), formOf(contact('Su Min', 'boss')))).toEqual({});
  });

  it('gives back what was changed, blank as nothing', () => {
    const form = { ...formOf(contact('Su Min')), title: ' CDO ', mobile: ' ', reportsToId: 'boss' };
    expect(patchOf(contact('Su Min'), form)).toEqual({ title: 'CDO', mobile: null, reportsToId: 'boss' });
  });

  it('does not mind in which order roles were chosen', () => {
    const before = contact('Su Min', null, { buyingRoles: ['user', 'champion'] });
    expect(patchOf(before, { ...formOf(before), buyingRoles: ['champion', 'user'] })).toEqual({});
    expect(patchOf(before, { ...formOf(before), buyingRoles: ['champion'] })).toEqual({ buyingRoles: ['champion'] });
  });

  it('keeps a birthday as it is written, and an interval in days', () => {
    const before = contact('Su Min', null, { birthday: '--12-03', keepInTouchDays: 30 });
    expect(formOf(before)).toMatchObject({ birthday: '--12-03', keepInTouchDays: '30' });
    expect(patchOf(before, formOf(before))).toEqual({});
    expect(patchOf(before, { ...formOf(before), birthday: '', keepInTouchDays: '45' })).toEqual({ birthday: null, keepInTouchDays: 45 });
  });

  it('knows a birthday and an interval when it sees one', () => {
    expect(['', '--12-03', 'lunar:1985-04L-10'].every(isBirthday)).toBe(true);
    expect(['1985--', '--13-01'].some(isBirthday)).toBe(false);
    expect(['', '1', '3650'].every(isInterval)).toBe(true);
    expect(['0', '3651'].some(isInterval)).toBe(false);
  });

  it('trims what the core gets', () => {
    expect(fieldsOf({ ...formOf(null), name: ' He Wanqing ' })).toMatchObject({ name: 'He Wanqing', title: null, buyingRoles: [] });
  });
});

describe('whom a contact may report to', () => {
  const people = [contact('head'), contact('boss', 'head'), contact('me', 'boss'), contact('team', 'me'), contact('team2', 'team'), contact('other')];

  it('leaves out the contact and all below', () => {
    expect(possibleManagers(people, 'me').map(({ name }) => name)).toEqual(['head', 'boss', 'other']);
    expect(possibleManagers(people, 'head').map(({ name }) => name)).toEqual(['other']);
  });

  it('offers everyone to a new person', () => {
    expect(possibleManagers(people, null)).toHaveLength(6);
  });
});

it('tints the roles that decide', () => {
  expect(isDeciding('economic')).toBe(true);
  expect(isDeciding('influencer')).toBe(false);
});
