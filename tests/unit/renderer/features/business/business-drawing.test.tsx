import { beforeAll, describe, expect, it } from 'vitest';
import type { OrderLine } from '#shared/domain/order/model.ts';
import { OrderLines } from '#renderer/features/business/OrderLines.tsx';
import { PeriodBar } from '#renderer/features/business/PeriodBar.tsx';
import { BusinessPanel } from '#renderer/features/business/BusinessPanel.tsx';
import type { BusinessMonths } from '#renderer/features/business/api.ts';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const request = { accountId: 'a1', from: '2026-07-01', to: '2026-07-31' };
const line: OrderLine = {
  orderId: 'o1', lineNo: 1, orderNo: 'HY-1078', orderedOn: '2026-07-15', currency: 'USD', product: 'Vibration kit', category: 'Sensors', quantity: 120_000, listPrice: null,
  price: 155_000_000, discount: 500, amount: 1_767_000_000, cost: 1_308_000_000, isReturn: false,
};
const returned: OrderLine = { ...line, lineNo: 2, product: null, quantity: 15_000, discount: 0, amount: -100_000, cost: null, isReturn: true };

const empty: BusinessMonths = {
  currency: 'USD', until: '2026-11-23', unfinishedTo: '2026-11-23', latestOrderOn: '1998-05-06', products: [], rest: null, otherCurrencies: [{ currency: 'EUR', amount: 12_000_000 }],
  months: [{ month: '2026-11', days: { from: '2026-11-01', to: '2026-11-23' }, daysBefore: { from: '2025-11-01', to: '2025-11-23' }, amount: 0, margin: null, amountBefore: 0, marginBefore: null, lines: 0 }],
};

describe('order lines in English', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });
  const know = (rows: OrderLine[], more: { count?: number; amount?: number; cost?: number | null; currency?: string } = {}) => drawing.know((api) => ({
    key: api.business.rows.queryKey({ input: { ...request, limit: 1000 } }), data: { rows, currency: 'USD', count: rows.length, amount: 0, cost: null, ...more },
  }));

  it('say day, order, product, quantity, price, discount, amount and margin, and add up', () => {
    know([line], { amount: 1_767_000_000, cost: 1_308_000_000 });
    const text = drawing.text(<OrderLines request={request} withOrder />);
    expect(text).toContain('Day Order Product Quantity Price Discount Amount Margin');
    expect(text).toContain('15 Jul HY-1078 Vibration kit 12 $15,500 5.0% $176,700 $45,900');
    expect(text).toMatch(/Sum of 1 line \$176,700 \$45,900$/);
  });

  it('mark returns, lines without a product and unknown costs', () => {
    know([line, returned], { amount: 1_766_900_000 });
    const text = drawing.text(<OrderLines request={request} withOrder={false} />);
    expect(text).toContain('Without a product return 1.5 $15,500 −$10 –');
    expect(text).toMatch(/Sum of 2 lines \$176,690 –$/);
    expect(text).not.toContain('HY-1078');
    expect(drawing.html(<OrderLines request={request} withOrder={false} />)).toContain('title="Not every line names its cost"');
  });

  it('say when only the first are shown, and that the sum counts all', () => {
    know([line], { count: 2155, amount: 5_000_000 });
    expect(drawing.text(<OrderLines request={request} withOrder />)).toContain('Sum of all 2,155 lines; the first 1 are shown $500');
  });

  it('carry the code of another currency', () => {
    know([{ ...line, currency: 'EUR' }], { amount: 1_767_000_000, cost: 1_308_000_000, currency: 'EUR' });
    expect(drawing.text(<OrderLines request={request} withOrder />)).toMatch(/EUR 176,700 EUR 45,900 Sum of 1 line EUR 176,700 EUR 45,900$/);
  });

  it('say so when there are none', () => {
    know([]);
    expect(drawing.text(<OrderLines request={request} withOrder />)).toBe('No order lines here.');
  });

  it('stand for a period that can be moved back, and forward as far as today', () => {
    const bar = drawing.html(<PeriodBar business={empty} onUntil={nothing} />);
    expect(drawing.text(<PeriodBar business={empty} onUntil={nothing} />)).toBe('1 – 23 Nov 2026 against the year before'.replace('1 –', '1 Nov –'));
    expect(bar).toMatch(/<button[^>]*disabled=""[^>]*aria-label="Twelve months later"|<button[^>]*aria-label="Twelve months later"[^>]*disabled=""/);
    expect(drawing.text(<PeriodBar business={{ ...empty, until: '1998-05-31' }} onUntil={nothing} />)).toContain('To today');
  });

  it('are offered from long ago where the picture would be empty, other currencies apart', () => {
    drawing.know((api) => ({ key: api.business.months.queryKey({ input: { accountId: 'a1' } }), data: empty }));
    const text = drawing.text(<BusinessPanel accountId="a1" />);
    expect(text).toContain('No orders in this period or the year before. The latest is of 6 May 1998. Show the 12 months to May 1998');
    expect(text).toContain('In other currencies, not added above: EUR 1,200');
    drawing.know((api) => ({ key: api.business.months.queryKey({ input: { accountId: 'a3' } }), data: { ...empty, latestOrderOn: null, otherCurrencies: [] } }));
    expect(drawing.text(<BusinessPanel accountId="a3" />)).toContain('once orders are imported');
    expect(drawing.missing).toEqual([]);
  });
});

it('order lines in Chinese lack no word', async () => {
  const drawing = await createDrawing('zh-CN');
  drawing.know((api) => ({ key: api.business.rows.queryKey({ input: { ...request, limit: 1000 } }), data: { rows: [line, returned], currency: 'USD', count: 2, amount: 1, cost: null } }));
  expect(drawing.text(<OrderLines request={request} withOrder />)).toContain('日期 订单 产品 数量 单价 折扣 金额 毛利');
  expect(drawing.text(<OrderLines request={request} withOrder />)).toContain('未注明产品 退货');
  drawing.know((api) => ({ key: api.business.months.queryKey({ input: { accountId: 'a1' } }), data: empty }));
  expect(drawing.text(<BusinessPanel accountId="a1" />)).toContain('查看截至 1998年5月的 12 个月');
  expect(drawing.missing).toEqual([]);
});
