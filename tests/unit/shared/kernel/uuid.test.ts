import { describe, expect, it } from 'vitest';
import { uuidV7 } from '#shared/kernel/uuid.ts';

describe('uuidV7', () => {
  it('is the one of RFC 9562, A.6', () => {
    const random = Uint8Array.of(0xFC, 0xC3, 0xD8, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F);
    expect(uuidV7(0x017F_22E2_79B0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sorts by time, and keeps its form for early moments and parts of a millisecond', () => {
    const ids = [0, 0.9, 1, 255, 256, 2 ** 40].map((at) => uuidV7(at, new Uint8Array(10)));
    expect(ids[0]).toBe('00000000-0000-7000-8000-000000000000');
    expect(ids[1]).toBe(ids[0]);
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
