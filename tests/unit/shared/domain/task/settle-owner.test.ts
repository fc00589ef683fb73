import { describe, expect, it } from 'vitest';
import { settleOwner } from '#shared/domain/task/settle-owner.ts';

describe('settleOwner', () => {
  it('says nothing of the owner when the patch does not', () => {
    expect(settleOwner({})).toEqual({});
  });

  it('lets one owner take the place of the other', () => {
    expect(settleOwner({ colleagueId: 'c' })).toEqual({ colleagueId: 'c', personId: null });
    expect(settleOwner({ personId: 'p', colleagueId: null })).toEqual({ colleagueId: null, personId: 'p' });
  });

  it('takes an owner away', () => {
    expect(settleOwner({ colleagueId: null })).toEqual({ colleagueId: null });
    expect(settleOwner({ colleagueId: null, personId: null })).toEqual({ colleagueId: null, personId: null });
  });

  it('refuses two owners', () => {
    expect(() => settleOwner({ colleagueId: 'c', personId: 'p' })).toThrow(expect.objectContaining({ code: 'invalid-value', where: { field: 'personId' } }));
  });
});
