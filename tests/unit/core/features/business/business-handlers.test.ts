import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBusinessHandlers } from '#core/features/business/handlers.ts';
import { readMeasures } from '#core/measures/read-measures.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let made: FeatureBook;
type Rows = Parameters<ReturnType<typeof createBusinessHandlers>['rows']>[0];
const months = async (accountId: string, until?: string) => createBusinessHandlers(made.deps).months({ accountId, until }, signal);
const rows = async (input: Omit<Rows, 'limit'> & { limit?: number }) => createBusinessHandlers(made.deps).rows({ limit: 500, ...input }, signal);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** An account with orders on many days of three years, in two currencies, of many products and of none, some without a cost. */
function busyAccount(): string {
  return made.fill((fill) => {
    const id = fill.account('Hengyue');
    const other = fill.account('Other');
    for (let i = 0; i < 160; i++) {
      const on = new Date(Date.UTC(2024, 0, 3 + i * 7)).toISOString().slice(0, 10);
      const lines = Array.from({ length: 1 + (i % 3) }, (_, n) => ({
        amount: 1000 * (i + 1) + n, cost: i % 11 === 0 ? null : 700 * i, product: (i + n) % 5 === 0 ? undefined : `Product ${(i * 5 + n) % 14}`, isReturn: false,
      }));
      fill.order(id, { on, orderNo: `N${i}`, currency: i % 13 === 0 ? 'USD' : 'CNY', lines });
      fill.order(other, { on, lines: [{ amount: 5 }] });
    }
    return id;
  });
}

beforeEach(() => {
  made = featureBook();
});

afterEach(() => made.dispose());

describe('business.months', () => {
  it('shows twelve months beside the same days a year before', async () => {
    const id = made.fill((fill) => {
      const account = fill.account('A');
      fill.order(account, { on: '2026-11-23', lines: [{ amount: 100, cost: 60 }, { amount: 10, cost: 5 }] });
      fill.order(account, { on: '2025-11-23', lines: [{ amount: 30, cost: 10 }] });
      fill.order(account, { on: '2025-11-24', lines: [{ amount: 4000 }] });
      fill.order(account, { on: '2025-12-01', lines: [{ amount: 7, cost: 1 }, { amount: 2 }] });
      fill.order(account, { on: '2024-12-31', lines: [{ amount: 3, cost: 1 }] });
      fill.order(account, { on: '2024-11-30', lines: [{ amount: 50_000 }] });
      return account;
    });
    const found = await months(id);
    expect(found).toMatchObject({ currency: 'CNY', until: '2026-11-23', unfinishedTo: '2026-11-23', latestOrderOn: '2026-11-23', rest: null });
    expect(found.months).toHaveLength(12);
    expect(found.months[0]).toEqual({
      month: '2025-12', days: { from: '2025-12-01', to: '2025-12-31' }, daysBefore: { from: '2024-12-01', to: '2024-12-31' },
      amount: 9, margin: null, amountBefore: 3, marginBefore: 2, lines: 2,
    });
    expect(found.months[1]).toMatchObject({ month: '2026-01', amount: 0, margin: null, amountBefore: 0, marginBefore: null, lines: 0 });
    expect(found.months[11]).toEqual({
      month: '2026-11', days: { from: '2026-11-01', to: '2026-11-23' }, daysBefore: { from: '2025-11-01', to: '2025-11-23' },
      amount: 110, margin: 45, amountBefore: 30, marginBefore: 20, lines: 2,
    });
  });

  it('offers older data when there is nothing of late', async () => {
    const id = made.fill((fill) => {
      const account = fill.account('A');
      fill.order(account, { on: '1998-05-06', lines: [{ amount: 9, product: 'Chai' }] });
      return account;
    });
    const now = await months(id);
    expect(now).toMatchObject({ latestOrderOn: '1998-05-06', products: [] });
    const then = await months(id, '1998-05-06');
    expect(then).toMatchObject({ until: '1998-05-06', unfinishedTo: '1998-05-06', products: [{ name: 'Chai', amount: 9, amountBefore: 0, lines: 1 }] });
    expect(then.months.at(-1)).toMatchObject({ month: '1998-05', amount: 9 });
    expect(await months(made.fill((fill) => fill.account('Empty')))).toMatchObject({ latestOrderOn: null, products: [], rest: null, otherCurrencies: [] });
  });

  it('adds up to the same by month, by product and by measure', async () => {
    const id = busyAccount();
    const found = await months(id);
    const range = { from: '2025-12-01', to: '2026-11-23' };
    const measured = readMeasures(made.book.db, { amount: { measure: 'orders.amount', window: range } }, { asOf: '2026-11-23', timeZone: 'Asia/Shanghai', currency: 'CNY' }, [id]).get(id);
    const amount = sum(found.months.map((month) => month.amount));
    expect(amount).toBeGreaterThan(0);
    expect(measured?.amount).toBe(amount);
    expect(found.products).toHaveLength(10);
    expect(sum(found.products.map((product) => product.amount)) + (found.rest?.amount ?? 0)).toBe(amount);
    expect(sum(found.products.map((product) => product.amountBefore)) + (found.rest?.amountBefore ?? 0)).toBe(sum(found.months.map((month) => month.amountBefore)));
    expect(sum(found.products.map((product) => product.lines)) + (found.rest?.lines ?? 0)).toBe(sum(found.months.map((month) => month.lines)));
    expect(found.products.map((product) => product.amount)).toEqual(found.products.map((product) => product.amount).toSorted((a, b) => b - a));
  });

  it('names no product that was sold in neither year only because it was sold between them', async () => {
    const id = made.fill((fill) => {
      const account = fill.account('A');
      fill.order(account, { on: '2025-11-25', lines: [{ amount: 5, product: 'Between' }] });
      fill.order(account, { on: '2025-11-23', lines: [{ amount: 5, product: 'Before' }] });
      return account;
    });
    expect((await months(id)).products).toMatchObject([{ name: 'Before', amount: 0, amountBefore: 5, lines: 0 }]);
  });

  it('shows other currencies apart', async () => {
    const { otherCurrencies } = await months(busyAccount());
    expect(otherCurrencies).toEqual([{ currency: 'USD', amount: expect.any(Number) }]);
  });
});

describe('business.rows', () => {
  it('opens every month, product and the rest to rows that add up to it', async () => {
    const accountId = busyAccount();
    const found = await months(accountId);
    const [first, last] = [found.months[0], found.months.at(-1)];
    for (const month of found.months) {
      const now = await rows({ accountId, ...month.days });
      expect(now).toMatchObject({ amount: month.amount, count: month.lines });
      expect(sum(now.rows.map((row) => row.amount))).toBe(month.amount);
      expect(now.cost === null ? null : now.amount - now.cost).toBe(month.margin);
      expect(await rows({ accountId, ...month.daysBefore })).toMatchObject({ amount: month.amountBefore });
    }
    const year = { accountId, from: first?.days.from ?? '', to: last?.days.to ?? '' };
    const before = { accountId, from: first?.daysBefore.from ?? '', to: last?.daysBefore.to ?? '' };
    for (const { productId, amount, amountBefore, lines } of found.products) {
      expect(await rows({ ...year, productId })).toMatchObject({ amount, count: lines });
      expect(await rows({ ...before, productId })).toMatchObject({ amount: amountBefore });
    }
    const exceptProductIds = found.products.map(({ productId }) => productId);
    expect(exceptProductIds).toContain(null);
    expect(await rows({ ...year, exceptProductIds })).toMatchObject({ amount: found.rest?.amount, count: found.rest?.lines });
    expect(await rows({ ...year, currency: 'USD' })).toMatchObject({ currency: 'USD', amount: found.otherCurrencies[0]?.amount });
  });

  it('shows each line newest first, and sums also what lies beyond the limit', async () => {
    const accountId = busyAccount();
    const range = { accountId, from: '2024-01-01', to: '2026-12-31' };
    const all = await rows(range);
    const some = await rows({ ...range, limit: 3 });
    expect(some.rows).toEqual(all.rows.slice(0, 3));
    expect(some).toMatchObject({ count: all.count, amount: all.amount, cost: null });
    expect(all.rows.map((row) => row.orderedOn)).toEqual(all.rows.map((row) => row.orderedOn).toSorted().toReversed());
    expect(all.rows.every((row) => row.currency === 'CNY')).toBe(true);
  });

  it('opens one order, in its own currency', async () => {
    const { accountId, orderId } = made.fill((fill) => {
      const account = fill.account('A');
      fill.order(account, { on: '2026-01-05', lines: [{ amount: 1 }] });
      const order = fill.order(account, {
        on: '2026-01-05', orderNo: 'E-1', currency: 'EUR',
        lines: [{ product: 'Sensor', quantity: 20_000, price: 500_000, discount: 1_000, cost: 600_000 }, { amount: -100, cost: -50, isReturn: true }],
      });
      return { accountId: account, orderId: order };
    });
    expect(await rows({ accountId, from: '2026-01-01', to: '2026-01-31', orderId })).toEqual({
      currency: 'EUR', count: 2, amount: 899_900, cost: 599_950,
      rows: [
        { orderId, lineNo: 1, orderNo: 'E-1', orderedOn: '2026-01-05', currency: 'EUR', product: 'Sensor', category: null, quantity: 20_000, listPrice: null, price: 500_000, discount: 1_000, amount: 900_000, cost: 600_000, isReturn: false },
        { orderId, lineNo: 2, orderNo: 'E-1', orderedOn: '2026-01-05', currency: 'EUR', product: null, category: null, quantity: 10_000, listPrice: null, price: -100, discount: 0, amount: -100, cost: -50, isReturn: true },
      ],
    });
  });

  it('refuses what is not there and dates that are none', async () => {
    const accountId = made.fill((fill) => fill.account('A'));
    const range = { from: '2026-01-01', to: '2026-01-31' };
    await expect(rows({ accountId: 'gone', ...range })).rejects.toMatchObject({ code: 'not-found', where: { field: 'accountId' } });
    await expect(rows({ accountId, ...range, orderId: 'gone' })).rejects.toMatchObject({ code: 'not-found', where: { field: 'orderId' } });
    await expect(rows({ accountId, from: '2026-02-30', to: '2026-03-01' })).rejects.toMatchObject({ code: 'invalid-value', where: { field: 'from' } });
    await expect(months(accountId, 'yesterday')).rejects.toMatchObject({ code: 'invalid-value', where: { field: 'until' } });
    await expect(months('gone')).rejects.toMatchObject({ code: 'not-found', where: { field: 'accountId' } });
  });
});
