import { expect, it } from 'vitest';
import { listMemory } from '#renderer/tables/list-memory.ts';

it('finds a list as it was left, and forgets those not seen for long', () => {
  listMemory.keep('first', { top: 720, active: 'a7' });
  expect(listMemory.read('first')).toEqual({ top: 720, active: 'a7' });
  expect(listMemory.read('other')).toBeUndefined();
  for (let n = 0; n < 19; n++) listMemory.keep(`list ${n}`, { top: n, active: null });
  expect(listMemory.read('first')).toBeDefined();
  listMemory.keep('first', { top: 10, active: null });
  listMemory.keep('one more', { top: 0, active: null });
  expect(listMemory.read('list 0')).toBeUndefined();
  expect(listMemory.read('first')).toEqual({ top: 10, active: null });
});
