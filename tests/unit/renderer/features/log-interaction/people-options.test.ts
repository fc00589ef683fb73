import { describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/person/model.ts';
import { emptyDraft } from '#renderer/features/log-interaction/view-model.ts';
import { hitOptions, readNewPerson, stepOwners, suggestPeople, withNewPerson, withoutPerson, withPerson } from '#renderer/features/log-interaction/people-options.ts';

const colleagues = [{ id: 'c1', name: '林晓彤', title: null, isMe: true }, { id: 'c2', name: 'Karin Vogt', title: 'Sales', isMe: false }];
const empty = emptyDraft({ date: '2026-11-23', time: '10:47' }, { id: 'c1', name: '林晓彤' }, { id: 'a1', name: '恒岳' });

function contact(id: string, name: string, lastInteractionAt: number | null = null): Contact {
  return {
    personId: id, positionId: `pos-${id}`, accountId: 'a1', name, title: 'CIO', department: null, reportsToId: null, reportsToName: null, buyingRoles: [],
    influence: null, attitude: null, phone: null, mobile: null, email: null, wechat: null, birthday: null, keepInTouchDays: null, externalId: null, lastInteractionAt,
  };
}

const contacts = [contact('p1', '陈立新'), contact('p2', '高原', 5), contact('p3', 'Su Min', 9)];
const person = { kind: 'person', id: 'p1', name: '陈立新', detail: 'CIO', pinyin: null } as const;

describe('people to pick', () => {
  it('offers those met last, then colleagues who do not take part yet', () => {
    expect(suggestPeople(contacts, colleagues, empty).map(({ id }) => id)).toEqual(['p3', 'p2', 'p1', 'c2']);
    expect(suggestPeople(contacts, colleagues, withPerson(empty, person)).map(({ id }) => id)).toEqual(['p3', 'p2', 'c2']);
  });

  it('names someone with two positions once', () => {
    expect(suggestPeople([contact('p1', '陈立新'), { ...contact('p1', '陈立新'), positionId: 'other' }], [], empty)).toHaveLength(1);
  });

  it('leaves accounts and those already in out of what a search found', () => {
    const hits = (['account', 'person', 'colleague'] as const).map((kind, index) => ({ kind, id: ['a1', 'p1', 'c1'][index] ?? '', accountId: null, name: 'x', detail: null, pinyin: null }));
    expect(hitOptions(hits, empty).map(({ id }) => id)).toEqual(['p1']);
  });

  it.each([
    ['lzj', { name: 'lzj', title: '' }],
    ['刘子衿，IT 架构师', { name: '刘子衿', title: 'IT 架构师' }],
    [' Chen Li , CIO, Group IT ', { name: 'Chen Li', title: 'CIO  Group IT' }],
    [' ', { name: '', title: '' }],
  ])('reads %j as someone new', (text, expected) => expect(readNewPerson(text)).toEqual(expected));
});

describe('people who take part', () => {
  it('are put in once and taken out', () => {
    const one = withPerson(empty, person);
    expect(one.people).toEqual([{ id: 'p1', name: '陈立新', title: 'CIO', isNew: false }]);
    expect(withPerson(one, person)).toBe(one);
    expect(withPerson(one, { kind: 'colleague', id: 'c2', name: 'Karin Vogt', detail: null, pinyin: null }).colleagues.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(withoutPerson(one, 'person', 'p1').people).toEqual([]);
    expect(withoutPerson(one, 'colleague', 'c1').colleagues).toEqual([]);
  });

  it('drop the account behind their title where it is the one at hand', () => {
    const found = (detail: string | null) => withPerson(empty, { ...person, detail }).people[0]?.title;
    expect(found('CIO · 恒岳')).toBe('CIO');
    expect(found('恒岳')).toBe('');
    expect(found('CIO · Northgate')).toBe('CIO · Northgate');
    expect(found(null)).toBe('');
  });

  it('that are new get a key of their own each', () => {
    const two = withNewPerson(withNewPerson(empty, '刘子衿，IT 架构师'), '高原');
    expect(two.people).toEqual([{ id: 'new:1', name: '刘子衿', title: 'IT 架构师', isNew: true }, { id: 'new:2', name: '高原', title: '', isNew: true }]);
    expect(withNewPerson(withoutPerson(two, 'person', 'new:1'), 'x').people.map(({ id }) => id)).toEqual(['new:2', 'new:3']);
  });

  it('lose the steps they would have owned only if they were never saved', () => {
    const owned = (isNew: boolean) => ({
      ...empty,
      people: [{ id: 'p9', name: 'x', title: '', isNew }],
      steps: [{ key: '1', text: 'do', owner: { kind: 'person' as const, id: 'p9', name: 'x' }, pickedDue: null }],
    });
    expect(withoutPerson(owned(true), 'person', 'p9').steps[0]?.owner).toBeNull();
    expect(withoutPerson(owned(false), 'person', 'p9').steps[0]?.owner?.id).toBe('p9');
  });
});

describe('owners of a next step', () => {
  it('are colleagues, those present and the account’s others, each once', () => {
    const owners = stepOwners(contacts, colleagues, withPerson({ ...empty, people: [{ id: 'new:1', name: '刘子衿', title: '', isNew: true }] }, person));
    expect(owners.ours.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(owners.theirs.map(({ id }) => id)).toEqual(['new:1', 'p1', 'p2', 'p3']);
  });
});
