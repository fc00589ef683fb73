import { describe, expect, it } from 'vitest';
import { diffLines, type GivenLine, type StoredLine } from '#shared/domain/import/diff-lines.ts';
import { completeLine, type LineValues } from '#shared/domain/import/order-line.ts';
import { assembleOrder, type OrderRow } from '#shared/domain/import/order-record.ts';

const line = (values: Parameters<typeof completeLine>[0], before: LineValues | null = null) => completeLine(values, 'P', before);

describe('completeLine', () => {
  it('works the amount out where the file does not give it', () => {
    expect(line({ price: 348_000, quantity: 50_000, discount: 500 })).toEqual({
      productId: 'P', quantity: 50_000, listPrice: null, price: 348_000, discount: 500, amount: 1_653_000, cost: null, isReturn: false,
    });
  });

  it('believes a given amount and works the price out', () => {
    expect(line({ amount: 900_000, quantity: 100_000, discount: 1_000 })).toMatchObject({ amount: 900_000, price: 100_000, quantity: 100_000 });
    expect(line({ amount: 100_000, quantity: 30_000 })).toMatchObject({ price: 33_333 });
    expect(line({ amount: 70_000 })).toMatchObject({ price: 70_000, quantity: 10_000 });
    expect(line({ amount: 70_000, quantity: 0 })).toMatchObject({ price: 70_000 });
    expect(line({ amount: 1, price: 990_000, quantity: 10_000 })).toMatchObject({ amount: 1, price: 990_000 });
  });

  it('takes cost as it comes: of the line, of the piece, or as margin', () => {
    expect(line({ price: 100_000, quantity: 20_000, cost: 150_000 }).cost).toBe(150_000);
    expect(line({ price: 100_000, quantity: 20_000, unitCost: 60_000 }).cost).toBe(120_000);
    expect(line({ price: 100_000, quantity: 20_000, margin: 50_000 }).cost).toBe(150_000);
    expect(line({ price: 100_000, quantity: 20_000 }).cost).toBeNull();
  });

  it.each([
    ['flagged', { price: 100_000, quantity: 20_000, cost: 150_000, isReturn: true }],
    ['of a negative quantity', { price: 100_000, quantity: -20_000, cost: -150_000 }],
    ['of a negative amount', { price: 100_000, quantity: 20_000, amount: -200_000, margin: -50_000 }],
  ])('keeps a return %s as negative quantity, amount and cost', (_, values) => {
    expect(line(values)).toMatchObject({ quantity: -20_000, amount: -200_000, cost: -150_000, isReturn: true, price: 100_000 });
  });

  it('believes a flag that says a negative line is no return', () => {
    expect(line({ price: 100_000, quantity: -20_000, isReturn: false })).toMatchObject({ amount: -200_000, isReturn: false });
  });

  it('keeps what the book has and the file does not give', () => {
    const before = line({ price: 100_000, quantity: 20_000, discount: 1_000, listPrice: 120_000, cost: 5 });
    expect(line({ price: 100_000, quantity: 30_000 }, before)).toMatchObject({ discount: 1_000, amount: 270_000, listPrice: 120_000, cost: 5 });
    expect(completeLine({ price: 1, quantity: 1 }, null, before).productId).toBe('P');
  });
});

describe('assembleOrder', () => {
  const row = (no: number, values: OrderRow['values']): OrderRow => ({ row: no, values: { orderNo: 'O1', price: 1, quantity: 1, ...values } });
  const columnOf = (field: string): string => `column of ${field}`;

  it('lets later rows fill in what the first left open', () => {
    const { order, problems } = assembleOrder([row(2, { orderedOn: '2024-01-01', accountName: 'Acme' }), row(3, { orderedOn: '2024-01-01', employee: 'Li', currency: 'EUR' })], false, columnOf);
    expect(problems).toEqual([]);
    expect(order).toMatchObject({ orderNo: 'O1', orderedOn: '2024-01-01', accountName: 'Acme', employee: 'Li', currency: 'EUR', partial: false });
    expect(order.lines).toEqual([{ row: 2, values: { price: 1, quantity: 1 } }, { row: 3, values: { price: 1, quantity: 1 } }]);
  });

  it('refuses a row that contradicts the first, by its column', () => {
    const { order, problems } = assembleOrder([row(2, { orderedOn: '2024-01-01', accountName: 'Acme' }), row(9, { orderedOn: '2024-01-02', accountName: 'ACME' })], false, columnOf);
    expect(problems).toEqual([{ row: 9, column: 'column of orderedOn', code: 'differs-in-order', value: '2024-01-02' }]);
    expect(order.lines).toHaveLength(1);
    expect(order.partial).toBe(true);
  });
});

describe('diffLines', () => {
  const stored = (...lines: [lineNo: number, product: string | null, price: number][]): StoredLine[] =>
    lines.map(([lineNo, productId, price]) => ({ lineNo, ...completeLine({ price, quantity: 10_000 }, productId, null) }));
  const given = (...lines: [product: string | null, price: number][]): GivenLine[] =>
    lines.map(([productId, price], index) => ({ row: index + 2, productId, values: { price, quantity: 10_000 } }));
  const shape = (difference: ReturnType<typeof diffLines>) => ({
    same: difference.same, updates: difference.updates.map(({ lineNo, price }) => [lineNo, price]), inserts: difference.inserts.map(({ lineNo, price }) => [lineNo, price]),
    removes: difference.removes, unclear: difference.unclear.map(({ row }) => row),
  });
  const nothing = { same: 0, updates: [], inserts: [], removes: [], unclear: [] };

  it('finds the same lines the same in any order', () => {
    expect(shape(diffLines(stored([1, 'A', 1], [2, 'B', 2], [3, 'B', 3]), given(['B', 3], ['A', 1], ['B', 2]), false))).toEqual({ ...nothing, same: 3 });
  });

  it('changes the line of the product and keeps its number', () => {
    expect(shape(diffLines(stored([1, 'A', 1], [2, 'B', 2]), given(['B', 9], ['A', 1]), false))).toEqual({ ...nothing, same: 1, updates: [[2, 9]] });
  });

  it('adds behind the last number and removes what the file no longer has', () => {
    expect(shape(diffLines(stored([1, 'A', 1], [4, 'B', 2]), given(['A', 1], ['B', 2], ['C', 3]), false))).toEqual({ ...nothing, same: 2, inserts: [[5, 3]] });
    expect(shape(diffLines(stored([1, 'A', 1], [2, 'B', 2], [3, 'C', 3]), given(['B', 2]), false))).toEqual({ ...nothing, same: 1, removes: [1, 3] });
  });

  it('turns a line into another where one took the other’s place', () => {
    expect(shape(diffLines(stored([1, 'A', 1], [2, 'B', 2]), given(['A', 1], ['C', 3]), false))).toEqual({ ...nothing, same: 1, updates: [[2, 3]] });
  });

  it('pairs lines without products by place', () => {
    expect(shape(diffLines(stored([1, null, 1], [2, null, 2]), given([null, 1], [null, 5], [null, 6]), false))).toEqual({ ...nothing, same: 1, updates: [[2, 5]], inserts: [[3, 6]] });
  });

  it('of an order that may lack rows, removes nothing and guesses nothing', () => {
    expect(shape(diffLines(stored([1, 'A', 1], [2, 'B', 2]), given(['A', 1]), true))).toEqual({ ...nothing, same: 1 });
    expect(shape(diffLines(stored([1, 'A', 1], [2, 'A', 2]), given(['A', 7]), true))).toEqual({ ...nothing, unclear: [2] });
    expect(shape(diffLines(stored([1, 'A', 1], [2, 'B', 2]), given(['A', 1], ['C', 3]), true))).toEqual({ ...nothing, same: 1, unclear: [3] });
    expect(shape(diffLines(stored([1, 'A', 1]), given(['A', 1], ['C', 3]), true))).toEqual({ ...nothing, same: 1, inserts: [[2, 3]] });
  });
});
