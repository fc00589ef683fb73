import { describe, expect, it } from 'vitest';
import { findParentCycle } from '#shared/domain/account/find-parent-cycle.ts';

describe('findParentCycle', () => {
  it('allows a group with divisions of divisions', () => {
    expect(findParentCycle([{ id: 'group', parentId: null }, { id: 'division', parentId: 'group' }, { id: 'plant', parentId: 'division' }])).toEqual([]);
  });

  it('names accounts that are divisions of themselves', () => {
    expect(findParentCycle([{ id: 'group', parentId: 'plant' }, { id: 'division', parentId: 'group' }, { id: 'plant', parentId: 'division' }, { id: 'shop', parentId: 'plant' }]).toSorted())
      .toEqual(['division', 'group', 'plant']);
  });

  it('takes a parent it has no row of for the top', () => {
    expect(findParentCycle([{ id: 'plant', parentId: 'elsewhere' }])).toEqual([]);
  });
});
