import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleMembers } from '#shared/kernel/cycle-members.ts';

const sorted = (ids: string[]): string[] => ids.toSorted();

describe('cycleMembers', () => {
  it('finds nothing in a tree', () => {
    expect(cycleMembers(new Map([['b', 'a'], ['c', 'a'], ['d', 'b']]))).toEqual([]);
  });

  it('finds a node that points to itself', () => {
    expect(cycleMembers(new Map([['a', 'a'], ['b', 'a']]))).toEqual(['a']);
  });

  it('names those on the cycle, not those that only lead to it', () => {
    expect(sorted(cycleMembers(new Map([['x', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a'], ['y', 'x']])))).toEqual(['a', 'b', 'c']);
  });

  it('finds several cycles', () => {
    expect(sorted(cycleMembers(new Map([['a', 'b'], ['b', 'a'], ['c', 'd'], ['d', 'c'], ['e', 'gone']])))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('agrees with following every node as far as there are nodes', () => {
    const graph = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { maxLength: 20 });
    fc.assert(fc.property(graph, (edges) => {
      const next = new Map(edges.map(([from, to]) => [String(from), String(to)]));
      const expected = [...next.keys()].filter((start) => {
        let node = next.get(start);
        for (let step = 0; step < next.size && node !== undefined && node !== start; step++) node = next.get(node);
        return node === start;
      });
      expect(sorted(cycleMembers(next))).toEqual(sorted(expected));
    }));
  });
});
