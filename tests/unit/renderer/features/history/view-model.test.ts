import { describe, expect, it } from 'vitest';
import type { FieldChange, FieldHistory } from '#shared/domain/history/model.ts';
import { byRow, canUndo, fieldEntries, shownValue } from '#renderer/features/history/view-model.ts';

describe('value of a logged field', () => {
  it.each([
    ['city', null, { as: 'nothing' }],
    ['notes', '', { as: 'nothing' }],
    ['city', 'Wuxi', { as: 'text', text: 'Wuxi' }],
    ['is_key', 1, { as: 'flag', on: true }],
    ['is_key', 0, { as: 'flag', on: false }],
    ['due_on', '2026-12-03', { as: 'day', day: '2026-12-03' }],
    ['birthday', 'lunar:--10-18', { as: 'anniversary', day: 'lunar:--10-18' }],
    ['working', 0, { as: 'flag', on: false }],
    ['done_at', 1_700_000_000_000, { as: 'instant', at: 1_700_000_000_000 }],
    ['price', 125_000, { as: 'money', value: 125_000 }],
    ['quantity', 20_000, { as: 'quantity', value: 20_000 }],
    ['discount', 2500, { as: 'share', value: 0.25 }],
    ['duration_minutes', 45, { as: 'number', value: 45 }],
    ['reports_to_id', 'x1', { as: 'name', id: 'x1' }],
    ['external_id', 'ALFKI', { as: 'text', text: 'ALFKI' }],
    ['kind', 'visit', { as: 'kind', kind: 'visit' }],
    ['kind', 'hologram', { as: 'text', text: 'hologram' }],
    ['buying_roles', '["champion","user","unheard-of"]', { as: 'roles', roles: ['user', 'champion'] }],
    ['buying_roles', 'not json', { as: 'roles', roles: [] }],
  ])('%s %s', (field, value, expected) => {
    expect(shownValue(field, value)).toEqual(expected);
  });
});

const change = (key: string, field: string | null, op: FieldChange['op'] = 'update'): FieldChange => ({ table: 'account', key, label: key, op, field, from: null, to: null });

describe('changes of a step', () => {
  it('stand together by row, in the order the rows were touched', () => {
    const rows = byRow([change('a', 'city'), change('b', null, 'insert'), change('a', 'name')]);
    expect(rows.map(({ label, op, fields }) => [label, op, fields.map(({ field }) => field)])).toEqual([['a', 'update', ['city', 'name']], ['b', 'insert', []]]);
  });

  it('can be undone once', () => {
    expect(canUndo({ undoneBy: null })).toBe(true);
    expect(canUndo({ undoneBy: 12 })).toBe(false);
  });
});

describe('history of a field', () => {
  it('keeps the changes of that field and when the row came and went', () => {
    const entry = (op: FieldHistory['op'], field: string | null): FieldHistory => ({ at: 0, actor: null, step: 1, verb: 'v', op, field, from: null, to: null });
    expect(fieldEntries([entry('update', 'city'), entry('update', 'name'), entry('insert', null)], 'city').map(({ op, field }) => [op, field])).toEqual([['update', 'city'], ['insert', null]]);
  });
});
