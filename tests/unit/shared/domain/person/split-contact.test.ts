import { describe, expect, it } from 'vitest';
import { splitContact } from '#shared/domain/person/split-contact.ts';

describe('splitContact', () => {
  it('parts what belongs to the person from what belongs to the position', () => {
    expect(splitContact({ name: '陈立新', email: null, title: '首席信息官', buyingRoles: ['sponsor'], influence: 3 })).toEqual({
      person: { name: '陈立新', email: null },
      position: { title: '首席信息官', buyingRoles: ['sponsor'], influence: 3 },
    });
  });

  it('leaves out what is not given, so that a patch changes nothing else', () => {
    expect(splitContact({ phone: undefined, title: null })).toEqual({ person: {}, position: { title: null } });
  });
});
