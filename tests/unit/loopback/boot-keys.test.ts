import { describe, expect, it } from 'vitest';
import { BootKeys } from '#electron/loopback/boot-keys.ts';

function keysAt(start = 0) {
  let now = start;
  return { keys: new BootKeys(() => now), pass: (ms: number) => { now += ms; } };
}

describe('BootKeys', () => {
  it('gives a bearer of 256 bits for a code, once', () => {
    const { keys } = keysAt();
    const code = keys.issueCode();
    const bearer = keys.redeem(code);
    expect(Buffer.from(bearer ?? '', 'base64url')).toHaveLength(32);
    expect(keys.admits(`Bearer ${bearer}`)).toBe(true);
    expect(keys.redeem(code)).toBeNull();
  });

  it('lets codes overlap and ends each after 30 seconds', () => {
    const { keys, pass } = keysAt();
    const first = keys.issueCode();
    pass(20_000);
    const second = keys.issueCode();
    pass(9_999);
    expect(keys.redeem(first)).not.toBeNull();
    pass(20_001);
    expect(keys.redeem(second)).toBeNull();
  });

  it('knows no code it did not issue', () => {
    const { keys } = keysAt();
    keys.issueCode();
    expect(keys.redeem('')).toBeNull();
    expect(keys.redeem('A'.repeat(43))).toBeNull();
  });

  it('admits every bearer it gave and nothing else', () => {
    const { keys } = keysAt();
    const bearers = [1, 2, 3].map(() => keys.redeem(keys.issueCode()));
    expect(new Set(bearers).size).toBe(3);
    for (const bearer of bearers) expect(keys.admits(`Bearer ${bearer}`)).toBe(true);
    const other = keysAt().keys;
    const stale = other.redeem(other.issueCode());
    for (const header of [undefined, '', 'Bearer ', `Bearer ${stale}`, `Basic ${bearers[0]}`, `${bearers[0]}`, `bearer ${bearers[0]}`, `Bearer ${bearers[0]}x`]) {
      expect(keys.admits(header)).toBe(false);
    }
  });
});
