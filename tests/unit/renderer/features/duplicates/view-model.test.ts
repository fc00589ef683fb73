import { describe, expect, it } from 'vitest';
import type { MergeSide } from '#shared/contract/duplicates.ts';
import { columnOf, fieldRows, likelySurvivor, otherSide, valuesOf } from '#renderer/features/duplicates/view-model.ts';

const side = (id: string, fields: MergeSide['fields'], moves: MergeSide['moves'] = {}): MergeSide => ({ id, name: id, detail: null, fields, parentName: null, moves });
const first = side('a', { name: 'Acme', city: null, isKey: false, fax: '', phone: '1', parentId: 'b' }, { task: 1 });
const second = side('b', { name: 'ACME', city: 'Wuxi', isKey: true, fax: null, phone: '1', parentId: null }, { sales_order: 3 });

describe('two sides', () => {
  it('differ in what they say, not in how they say nothing', () => {
    expect(fieldRows(first, second, 'first', {}).map(({ field }) => field)).toEqual(['name', 'city', 'isKey']);
  });

  it('give what the one that stays says, else what the other says, unless it was picked', () => {
    const chosen = (picked: Parameters<typeof fieldRows>[3], survivor: 'first' | 'second' = 'first') => fieldRows(first, second, survivor, picked).map((row) => `${row.field} ${row.chosen}`);
    expect(chosen({})).toEqual(['name first', 'city second', 'isKey second']);
    expect(chosen({}, 'second')).toEqual(['name second', 'city second', 'isKey second']);
    expect(chosen({ name: 'second', city: 'first' })).toEqual(['name second', 'city first', 'isKey second']);
  });

  it('send only what comes from the side that goes, an empty value too', () => {
    expect(valuesOf(fieldRows(first, second, 'first', {}), 'first')).toEqual({ city: 'Wuxi', isKey: true });
    expect(valuesOf(fieldRows(first, second, 'second', { city: 'first' }), 'second')).toEqual({ city: null });
  });

  it('never offer one of the two as parent', () => {
    const third = side('b', { ...second.fields, parentId: 'c' });
    expect(fieldRows(first, third, 'first', {}).find(({ field }) => field === 'parentId')).toEqual({ field: 'parentId', first: null, second: 'c', chosen: 'second' });
  });

  it('keep that on which more hangs', () => {
    expect([likelySurvivor(first, second), likelySurvivor(second, first), likelySurvivor(first, first)]).toEqual(['second', 'first', 'first']);
    expect([otherSide('first'), otherSide('second')]).toEqual(['second', 'first']);
  });
});

describe('a field', () => {
  it.each([['name', 'name'], ['customerSince', 'customer_since'], ['externalId', 'external_id']])('%s is %s in the history', (field, column) => expect(columnOf(field)).toBe(column));
});
