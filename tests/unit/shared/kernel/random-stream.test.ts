import { describe, expect, it } from 'vitest';
import { randomStream } from '#shared/kernel/random-stream.ts';

const take = (seed: string, count = 1_000): number[] => {
  const stream = randomStream(seed);
  return Array.from({ length: count }, () => stream.next());
};

describe('randomStream', () => {
  it('repeats for a seed and differs for another, however alike', () => {
    expect(take('1 people')).toEqual(take('1 people'));
    const other = take('1 peoplf');
    expect(take('1 people').filter((value, n) => value === other[n])).toEqual([]);
  });

  it('is the same on every machine', () => expect(take('1 people', 3).map((value) => Math.floor(value * 1_000))).toMatchInlineSnapshot(`
    [
      300,
      137,
      224,
    ]
  `));

  it('fills 0 to 1 evenly', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const value of take('even', 20_000)) counts[Math.floor(value * 10)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(1_850);
    expect(Math.max(...counts)).toBeLessThan(2_150);
  });

  it('draws whole numbers within both ends, shares, and every element of a list', () => {
    const stream = randomStream('x');
    const drawn = new Set(Array.from({ length: 200 }, () => stream.int(3, 5)));
    expect([...drawn].toSorted()).toEqual([3, 4, 5]);
    expect(Array.from({ length: 1_000 }, () => stream.chance(0.2)).filter(Boolean).length).toBeCloseTo(200, -2);
    expect(new Set(Array.from({ length: 100 }, () => stream.pick(['a', 'b'])))).toEqual(new Set(['a', 'b']));
    expect(() => stream.pick([])).toThrow('nothing');
    const list = Array.from({ length: 50 }, (_, n) => n);
    const mixed = stream.shuffle(list);
    expect(mixed).not.toEqual(list);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(list);
  });
});
