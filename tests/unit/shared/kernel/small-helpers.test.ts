import { describe, expect, it } from 'vitest';
import { blankToNull } from '#shared/kernel/blank-to-null.ts';
import { CodedError } from '#shared/kernel/coded-error.ts';
import { found } from '#shared/kernel/found.ts';

describe('blankToNull', () => {
  it('makes empty text null and leaves everything else', () => {
    expect(blankToNull({ city: '', name: 'A', since: null, isKey: false, count: 0 })).toEqual({ city: null, name: 'A', since: null, isKey: false, count: 0 });
  });

  it('does not touch what it was given', () => {
    const given = { city: '' };
    blankToNull(given);
    expect(given).toEqual({ city: '' });
  });
});

describe('found', () => {
  it('gives back what is there, falsy or not', () => {
    expect(found(0, 'id')).toBe(0);
    expect(found('', 'id')).toBe('');
  });

  it('complains of the field that named what is missing', () => {
    for (const missing of [null, undefined]) {
      try {
        found(missing, 'accountId');
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(CodedError);
        expect(error).toMatchObject({ code: 'not-found', where: { field: 'accountId' } });
      }
    }
  });
});
