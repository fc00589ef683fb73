import { describe, expect, it } from 'vitest';
import { bundleName, readBundleName } from '#shared/domain/sync/bundle-name.ts';
import { cutCycles } from '#shared/domain/sync/cut-cycles.ts';
import { netChange } from '#shared/domain/sync/net-change.ts';
import { isLater, rowState, samePlace, type RowWrite } from '#shared/domain/sync/row-state.ts';

const chain = '01937000-0000-7000-8000-00000000000a';
const hash = 'ab'.repeat(32);

describe('the name of a bundle', () => {
  it('says chain, number and hash', () => {
    const name = bundleName(chain, 12, hash);
    expect(name.file).toBe(`${chain}.00000012.${hash}.ballast-sync`);
    expect(readBundleName(name.file)).toEqual(name);
  });

  it.each([
    'notes.txt', `${chain}.00000012.${hash}.ballast-sync.unfinished`, `../${chain}.00000012.${hash}.ballast-sync`, `${chain}.12.${hash}.ballast-sync`,
    `${chain}.00000000.${hash}.ballast-sync`, `${chain}.00000012.${hash.toUpperCase()}.ballast-sync`, `${chain}.00000012.${hash} (1).ballast-sync`, `${chain}.00000012.${hash}.ballast-sync\n`, '',
  ])('is no other: %s', (file) => expect(readBundleName(file)).toBeNull());
});

describe('the changes of a row within one transaction', () => {
  it('come to its fields, the last of each', () => {
    expect(netChange([{ op: 2, fields: { a: 1, b: 2 } }, { op: 2, fields: { b: 3 } }])).toEqual({ op: 2, fields: { a: 1, b: 3 } });
  });

  it('come to whether it is there, whatever was changed besides', () => {
    expect(netChange([{ op: 1, fields: {} }, { op: 2, fields: { a: 1 } }]).op).toBe(1);
    expect(netChange([{ op: 2, fields: { a: 1 } }, { op: 3, fields: {} }])).toEqual({ op: 3, fields: {} });
    expect(netChange([{ op: 1, fields: {} }, { op: 3, fields: {} }]).op).toBe(3);
    expect(netChange([{ op: 3, fields: {} }, { op: 1, fields: {} }]).op).toBe(1);
  });
});

describe('a row', () => {
  const write = (clock: number, op: 1 | 2 | 3, fields: RowWrite['fields'] = {}, device = 'a'): RowWrite => ({ clock, device, op, fields });

  it('is what the latest write of each field says, in whatever order they come', () => {
    const writes = [write(1, 1, { name: 'A', city: null }), write(3, 2, { city: 'Wuxi' }), write(2, 2, { city: 'Suzhou', name: 'B' })];
    for (const order of [writes, writes.toReversed()]) {
      expect(rowState(order)).toMatchObject({ known: true, alive: true, fields: { name: 'B', city: 'Wuxi' } });
      expect(rowState(order).writers.get('city')).toMatchObject({ clock: 3 });
    }
  });

  it('decides between two devices of the same clock by their ids', () => {
    const writes = [write(1, 1, { name: 'A' }), write(2, 2, { name: 'of b' }, 'b'), write(2, 2, { name: 'of a' }, 'a')];
    expect(rowState(writes).fields).toEqual({ name: 'of b' });
    expect([isLater(write(2, 2, {}, 'b'), write(2, 2, {}, 'a')), isLater(write(2, 2), write(2, 2)), samePlace(write(2, 2), write(2, 3))]).toEqual([true, false, true]);
  });

  it('stays deleted for a later change, which counts once it comes back', () => {
    const writes = [write(1, 1, { name: 'A', city: 'x' }), write(2, 3), write(3, 2, { name: 'C' })];
    expect(rowState(writes)).toMatchObject({ alive: false, known: true, fields: { name: 'C', city: 'x' } });
    expect(rowState([...writes, write(4, 1, { name: 'A', city: 'x' })])).toMatchObject({ alive: true, fields: { name: 'A' } });
  });

  it('is not known before its insertion has come', () => {
    expect(rowState([write(3, 2, { name: 'C' })])).toMatchObject({ known: false, alive: false });
    expect(rowState([])).toMatchObject({ known: false, alive: false, fields: {} });
  });
});

describe('a circle', () => {
  const clocks: Record<string, number> = { a: 5, b: 9, c: 7, x: 1, y: 1 };
  const writerOf = (row: string) => ({ clock: clocks[row] ?? 0, device: 'd' });

  it('loses the line drawn last, and only that', () => {
    expect(cutCycles(new Map([['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'a']]), writerOf)).toEqual(['b']);
    expect(cutCycles(new Map([['c', 'a'], ['b', 'c'], ['a', 'b']]), writerOf)).toEqual(['b']);
  });

  it('of two lines drawn at once loses the same one everywhere; a row above itself loses its own', () => {
    expect(cutCycles(new Map([['x', 'y'], ['y', 'x']]), writerOf)).toEqual(['y']);
    expect(cutCycles(new Map([['y', 'x'], ['x', 'y'], ['a', 'a']]), writerOf).toSorted()).toEqual(['a', 'y']);
    expect(cutCycles(new Map([['a', 'b'], ['b', 'c']]), writerOf)).toEqual([]);
  });
});
