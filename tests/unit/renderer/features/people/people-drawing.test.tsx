import { beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/person/model.ts';
import { PeoplePanel } from '#renderer/features/people/PeoplePanel.tsx';
import { PeopleTable } from '#renderer/features/people/PeopleTable.tsx';
import { PersonForm } from '#renderer/features/people/PersonForm.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const contact = (name: string, more: Partial<Contact> = {}): Contact => ({
  name, personId: `p-${name}`, positionId: name, accountId: 'a1', phone: null, mobile: null, email: null, wechat: null, birthday: null, keepInTouchDays: null, externalId: null, title: null, department: null,
  reportsToId: null, reportsToName: null, buyingRoles: [], influence: null, attitude: null, lastInteractionAt: null, ...more,
});
const people = [
  contact('Chen Lixin', { birthday: 'lunar:1971-10-18', keepInTouchDays: 30, title: 'CIO', department: 'IT', mobile: '139', phone: '0510', buyingRoles: ['decisionMaker', 'champion'], lastInteractionAt: Date.parse('2026-11-20T02:00:00Z') }),
  contact('Su Min', { reportsToId: 'Chen Lixin', reportsToName: 'Chen Lixin', email: 'su@example.com' }),
];

describe('people in English', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });

  it('are listed with place, roles, the nearest way to reach them and the last contact', () => {
    const text = drawing.text(<PeopleTable contacts={people} onEdit={nothing} />);
    expect(text).toContain('Name Title Department Reports to Buying roles Reach Last contact');
    expect(text).toContain('CL Chen Lixin CIO IT Decision maker Champion 139 3 d ago');
    expect(text).toContain('SM Su Min Chen Lixin su @example.com –');
  });

  it('tint the roles that decide, and say on hover all ways to reach a person', () => {
    const html = drawing.html(<PeopleTable contacts={people} onEdit={nothing} />);
    expect(html).toMatch(/data-deciding="true">Decision maker/);
    expect(html).not.toMatch(/data-deciding="true">Champion/);
    expect(html).toContain('title="0510 · 139"');
    expect(html).toMatch(/title="su@example.com">su<wbr\/?>@example.com</);
    expect(html).toContain('title="Not in any logged interaction yet"');
  });

  it('are changed in a form that begins with what is known', () => {
    const html = drawing.html(<PersonForm accountId="a1" contact={people[0] ?? null} contacts={people} onClose={nothing} onRemove={nothing} onMerge={nothing} birthday={({ label, value }) => `${label}: ${value}`} />);
    expect(html).toContain('Birthday: lunar:1971-10-18');
    for (const value of ['Chen Lixin', 'CIO', 'IT', '0510', '139', '30']) expect(html).toContain(`value="${value}"`);
    expect(drawing.text(<PersonForm accountId="a1" contact={people[0] ?? null} contacts={people} onClose={nothing} onRemove={nothing} onMerge={nothing} birthday={({ label, value }) => `${label}: ${value}`} />)).toMatch(/Decision maker.*Champion.*Remove/);
    expect(drawing.text(<PersonForm accountId="a1" contact={null} contacts={people} onClose={nothing} onRemove={nothing} onMerge={nothing} birthday={({ label, value }) => `${label}: ${value}`} />)).not.toContain('Remove');
  });

  it('teach how to begin where there are none', () => {
    drawing.know((api) => ({ key: api.people.list.queryKey({ input: { accountId: 'a2' } }), data: [] }));
    expect(drawing.text(<PeoplePanel accountId="a2" onMerge={nothing} birthday={({ label, value }) => `${label}: ${value}`} />)).toMatch(/will be listed here.*Add a person$/);
    drawing.know((api) => ({ key: api.people.list.queryKey({ input: { accountId: 'a1' } }), data: people }));
    expect(drawing.text(<PeoplePanel accountId="a1" onMerge={nothing} birthday={({ label, value }) => `${label}: ${value}`} />)).toMatch(/^2 people Add a person/);
    expect(drawing.missing).toEqual([]);
  });
});

it('people in Chinese lack no word', async () => {
  const drawing = await createDrawing('zh-CN');
  expect(drawing.text(<PeopleTable contacts={people} onEdit={nothing} />)).toContain('姓名 职务 部门 汇报给 决策角色 联系方式 最近联系');
  expect(drawing.text(<PeopleTable contacts={people} onEdit={nothing} />)).toContain('决策者 倡导者');
  drawing.html(<PersonForm accountId="a1" contact={people[1] ?? null} contacts={people} onClose={nothing} onRemove={nothing} onMerge={nothing} birthday={({ label, value }) => `${label}: ${value}`} />);
  expect(drawing.missing).toEqual([]);
});
