import { expect, it } from 'vitest';
import { freePhone } from '#shared/domain/sample/free-phone.ts';

it('gives each number of a range once, beginning where it was drawn', () => {
  const taken = new Set<string>();
  expect(freePhone('+1 202 555 01##', 42, taken)).toBe('+1 202 555 0142');
  expect(freePhone('+1 202 555 01##', 142, taken)).toBe('+1 202 555 0143');
  expect(freePhone('+1 202 555 01##', 99, taken)).toBe('+1 202 555 0199');
  expect(freePhone('+1 202 555 01##', 99, taken)).toBe('+1 202 555 0100');
  expect(freePhone('+49 30 23125 ###', 5, taken)).toBe('+49 30 23125 005');
});

it('gives none when the range is empty or has no room to choose', () => {
  const taken = new Set<string>();
  expect(Array.from({ length: 11 }, () => freePhone('0#', 3, taken)).filter((phone) => phone !== null)).toHaveLength(10);
  expect(freePhone('0#', 3, taken)).toBeNull();
  expect(freePhone('112', 0, taken)).toBeNull();
});
