import { describe, expect, it } from 'vitest';
import { accountKeys } from '#shared/domain/duplicates/account-keys.ts';
import { isMobile, mailDomain, ownAddress, phoneDigits, websiteDomain } from '#shared/domain/duplicates/contact-points.ts';
import { mergedPosition } from '#shared/domain/duplicates/merged-position.ts';
import type { LikePair, LikeRecord } from '#shared/domain/duplicates/model.ts';
import { pairKey, pairRecords } from '#shared/domain/duplicates/pair-records.ts';
import { personKeys } from '#shared/domain/duplicates/person-keys.ts';
import { soundLink } from '#shared/domain/duplicates/sound-link.ts';
import { spellCompany, spellPerson } from '#shared/domain/duplicates/spell-key.ts';

/** Drives a search to its end. @param size records in a portion */
function pairsOf(records: LikeRecord[], stands: Parameters<typeof pairRecords>[1], { limit = 5_000, size = 100 } = {}): LikePair[] {
  const portions = Array.from({ length: Math.ceil(records.length / size) }, (_, n) => records.slice(n * size, (n + 1) * size));
  const work = pairRecords(portions, stands, limit);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

describe('contact points', () => {
  it.each([
    ['https://www.Acme.example/x?y', 'acme.example'], ['acme.example:8080', 'acme.example'], ['qq.com', null], ['acme', null], ['', null], [null, null], ['sales@acme.example', null],
  ])('of the website %s is %s', (website, domain) => expect(websiteDomain(website)).toBe(domain));

  it.each([['a@Acme.example', 'acme.example'], ['a@gmail.com', null], ['@acme.example', null], [null, null]])('of the address %s is %s', (email, domain) => expect(mailDomain(email)).toBe(domain));

  it.each([['mailto:A@acme.example', 'a@acme.example'], ['info@acme.example', null], ['a@acme', null], [null, null]])('address of a person: %s is %s', (email, own) => expect(ownAddress(email)).toBe(own));

  it.each([
    ['+86 139 0000 1111', '13900001111'], ['0086-21-55550101', '2155550101'], ['(021) 5555-0101 ext. 7', '2155550101'], ['+49 30 1234567', '49301234567'], ['12345', null], [null, null],
  ])('digits of %s are %s', (phone, digits) => expect(phoneDigits(phone)).toBe(digits));

  it('know a mobile number', () => expect(['13900001111', '2155550101', '12900001111'].map(isMobile)).toEqual([true, false, false]));
});

describe('spelling', () => {
  it.each([['heng yue zhong gong gu fen you xian gong si', 'hengyuezhonggong'], ['heng yue ji tuan you xian gong si', 'hengyue'], ['a si', null]])('a company %s is %s', (syllables, key) => expect(spellCompany(syllables)).toBe(key));

  it('a person comes in both orders', () => expect([spellPerson('lixin chen'), spellPerson('chen'), spellPerson('li-na wang')]).toEqual([['lixinchen', 'chenlixin'], ['chen'], ['linawang', 'wanglina']]));
});

describe('keys', () => {
  it('of an account hold each domain once', () => {
    const { keys } = accountKeys({ id: 'a', name: 'Acme Ltd', alias: null, website: 'acme.example', phone: null, pinyin: null, emails: ['x@acme.example', 'x@gmail.com'] });
    expect(keys.filter(({ reason }) => reason === 'domain')).toEqual([{ reason: 'domain', key: 'acme.example', value: 'acme.example' }]);
  });

  it('of a person hold names in each group, and a mobile in the field for phones', () => {
    const { keys } = personKeys({ id: 'p', name: '李娜', email: null, mobile: null, phone: '139-0000-1111', pinyin: '\nli na', groups: ['g', 'g', 'h'] });
    expect(keys.map(({ reason, key }) => `${reason} ${key}`)).toEqual(['name g 李娜', 'pinyin g lina', 'name h 李娜', 'pinyin h lina', 'mobile 13900001111']);
  });
});

describe('pairs', () => {
  const record = (id: string, ...keys: [LikeRecord['keys'][number]['reason'], string][]): LikeRecord => ({ id, keys: keys.map(([reason, key]) => ({ reason, key, value: null })) });

  it('share a key, the more and the more telling the earlier', () => {
    const found = pairsOf([record('a', ['phone', '1'], ['domain', 'x']), record('b', ['phone', '1'], ['name', 'n']), record('c', ['name', 'n']), record('d', ['domain', 'x'], ['phone', '2'])], (_, reasons) => reasons);
    expect(found.map(({ firstId, secondId, reasons }) => `${firstId}${secondId} ${reasons.map(({ reason }) => reason).join()}`)).toEqual(['bc name', 'ab phone', 'ad domain']);
    expect([pairKey('a', 'b'), pairKey('b', 'a')]).toEqual(['a b', 'a b']);
  });

  it('are none where no reason stands', () => expect(pairsOf([record('a', ['phone', '1']), record('b', ['phone', '1'])], () => [])).toEqual([]));

  it('of a crowd grow with its size, not with its square', () => {
    const crowd = Array.from({ length: 1_000 }, (_, n) => record(String(n), ['phone', '1']));
    expect(pairsOf(crowd, (_, reasons) => reasons)).toHaveLength(999);
  });

  it('are the same in portions of any size, and the first of them where fewer are wanted', () => {
    const many = Array.from({ length: 300 }, (_, n) => record(String(n).padStart(3, '0'), ['name', `n${n % 90}`], ['phone', `p${n % 70}`], ['domain', `d${n % 11}`]));
    const all = pairsOf(many, (_, reasons) => reasons, { size: 300 });
    expect(all.length).toBeGreaterThan(500);
    for (const size of [1, 7, 100]) expect(pairsOf(many, (_, reasons) => reasons, { size })).toEqual(all);
    for (const limit of [0, 1, 33, 400]) expect(pairsOf(many, (_, reasons) => reasons, { limit })).toEqual(all.slice(0, limit));
    expect(all.toSorted((a, b) => b.score - a.score)).toEqual(all);
  });

  it('are looked for in steps of some hundreds', () => {
    const crowd = Array.from({ length: 5_000 }, (_, n) => record(String(n), ['phone', String(n % 2_500)]));
    const work = pairRecords([crowd.slice(0, 2_500), crowd.slice(2_500)], (_, reasons) => reasons, 10);
    let stops = 0;
    while (!work.next().done) stops += 1;
    expect(stops).toBeGreaterThan(12);
  });
});

describe('a position of two', () => {
  it('fills what the first leaves open and adds up roles', () => {
    expect(mergedPosition(
      { title: null, department: 'IT', buyingRoles: ['user'], influence: null, attitude: -1 }, { title: 'CIO', department: 'Sales', buyingRoles: ['user', 'coach'], influence: 2, attitude: 2 },
    )).toEqual({ title: 'CIO', department: 'IT', buyingRoles: ['user', 'coach'], influence: 2, attitude: -1 });
  });
});

describe('what the merged one hangs from', () => {
  const links = [{ id: 'child', upId: 'gone' }, { id: 'grandchild', upId: 'child' }, { id: 'gone', upId: 'top' }];
  it.each<[string, (string | null)[], string | null]>([
    ['the first that is sound', ['top', 'other'], 'top'], ['not one of the two', ['gone', 'stays', 'top'], 'top'], ['not one below it', ['grandchild', 'other'], 'other'], ['nothing where none is sound', ['child', null], null],
  ])('is %s', (_, candidates, up) => expect(soundLink(links, 'stays', 'gone', candidates)).toBe(up));
});
