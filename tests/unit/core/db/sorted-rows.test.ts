import { afterEach, describe, expect, it } from 'vitest';
import { SortedRows } from '#core/db/sorted-rows.ts';

const open: SortedRows[] = [];
const make = (): SortedRows => {
  const rows = new SortedRows();
  open.push(rows);
  return rows;
};
afterEach(() => open.splice(0).forEach((rows) => rows.close()));

describe('SortedRows', () => {
  it('brings rows of a key together, in their own order', () => {
    const rows = make();
    rows.add('b', 2, ['x', '']);
    rows.add('a', 3, ['客户', '"']);
    rows.add('b', 1, []);
    expect([...rows.sorted()]).toEqual([{ key: 'a', row: 3, cells: ['客户', '"'] }, { key: 'b', row: 1, cells: [] }, { key: 'b', row: 2, cells: ['x', ''] }]);
  });

  it('keeps apart what two of them hold, and is empty at first', () => {
    const [one, other] = [make(), make()];
    one.add('k', 1, ['one']);
    expect([...other.sorted()]).toEqual([]);
    expect([...one.sorted()]).toHaveLength(1);
  });

  it('sorts more than it may keep in memory', () => {
    const rows = make();
    for (let n = 0; n < 60_000; n += 1) rows.add(String((n * 7919) % 20_000), n, ['x'.repeat(400)]);
    let [count, last] = [0, ''];
    for (const { key } of rows.sorted()) {
      expect(key >= last).toBe(true);
      last = key;
      count += 1;
    }
    expect(count).toBe(60_000);
  });
});
