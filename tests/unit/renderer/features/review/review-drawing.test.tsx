import { beforeAll, describe, expect, it } from 'vitest';
import type { ReviewFigures } from '#shared/domain/review/model.ts';
import { Change } from '#renderer/features/review/Change.tsx';
import { FiguresTable } from '#renderer/features/review/FiguresTable.tsx';
import { InteractionList, NextStepList } from '#renderer/features/review/ListsPanel.tsx';
import { QuarterPicker } from '#renderer/features/review/QuarterPicker.tsx';
import { ReviewPreview } from '#renderer/features/review/ReviewPreview.tsx';
import { RowsPanel } from '#renderer/features/review/RowsPanel.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const figures: ReviewFigures = {
  account: { id: 'a1', name: 'Ernst Handel', alias: null }, period: { year: 2026, quarter: 4 }, currency: 'USD', from: '2026-10-01', to: '2026-11-23', unfinished: true,
  asOf: '2026-11-23', today: '2026-11-23', preparedBy: '林晓彤',
  current: { amount: 208_990_000, margin: 62_697_000, orders: 4, lines: 14 },
  lastQuarter: { amount: 202_300_000, margin: null, orders: 5, lines: 20 },
  lastYear: { amount: 0, margin: null, orders: 0, lines: 0 },
  comparedWith: { lastQuarter: { from: '2026-07-01', to: '2026-08-23' }, lastYear: { from: '2025-10-01', to: '2025-11-23' } },
  months: [], products: [], productCount: 0, latestOrderOn: '2026-11-05',
  interactions: [{ at: 0, date: '2026-11-20', kind: 'meeting', summary: 'Spring order', decisions: 'Rush 40 cases\nNew price list', people: ['Roland Mendel', 'Lena Zott'] }],
  interactionCount: 3, decisionCount: 1, peopleCount: 2,
  nextSteps: [
    { title: 'Send the price list', owner: '林晓彤', dueOn: '2026-11-21', late: true },
    { title: 'Confirm the window', owner: null, dueOn: null, late: false },
  ],
  nextStepCount: 2, lateCount: 1, otherCurrencies: [{ currency: 'EUR', amount: 12_000_000 }],
};

const nothing = () => undefined;
const bare = { ...figures, current: figures.lastYear, lastQuarter: figures.lastYear, interactions: [], interactionCount: 0, decisionCount: 0, nextSteps: [], nextStepCount: 0, lateCount: 0, otherCurrencies: [] };

describe('the review dialog in English', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });

  it('sets each figure beside the quarter before and the year before, with the days counted', () => {
    const text = drawing.text(<FiguresTable figures={figures} open={null} onOpen={nothing} />);
    expect(text).toContain('Q4 2026 1 Oct – 23 Nov 2026 Q3 2026 1 Jul – 23 Aug 2026 Q4 2025 1 Oct – 23 Nov 2025');
    expect(text).toContain('Revenue $20.9K $20.2K +3.3% $0');
    expect(text).toContain('Margin $6,270 30.0% – –');
    expect(text).toContain('Orders 4 5 −20.0% 0');
    expect(text).toContain('Order lines 14 20 −30.0% 0');
  });

  it('opens rows from every number that has some, exact on hover', () => {
    const html = drawing.html(<FiguresTable figures={figures} open="current" onOpen={nothing} />);
    expect(html.match(/<button/g)).toHaveLength(7);
    expect(html).toContain('title="$20,899"');
    expect(html).toContain('aria-label="Revenue, Q4 2026: $20.9K. Show the 14 order lines behind it"');
    expect(html.match(/aria-expanded="true"/g)).toHaveLength(4);
    expect(html).toContain('title="Not every order line names its cost."');
  });

  it.each([
    [0.124, '+12.4%', 'up', '12.4% above Q3 2026'],
    [-0.05, '−5.0%', 'down', '5.0% below Q3 2026'],
    [0, '0.0%', 'level', 'Level with Q3 2026'],
    [-0.0004, '0.0%', 'level', 'Level with Q3 2026'],
  ])('says a change of %d by sign and in words', (ratio, shown, direction, title) => {
    const html = drawing.html(<Change ratio={ratio} name="Q3 2026" />);
    expect(html).toContain(`data-direction="${direction}"`);
    expect(html).toContain(`title="${title}"`);
    expect(drawing.text(<Change ratio={ratio} name="Q3 2026" />)).toBe(shown);
    expect(drawing.text(<Change ratio={null} name="Q3 2026" />)).toBe('');
  });

  it('counts interactions and next steps beside the money', () => {
    const text = drawing.text(<ReviewPreview figures={figures} />);
    expect(text).toContain('3 interactions decisions in 1');
    expect(text).toContain('2 open next steps 1 late');
    expect(text).toContain('Not added, in other currencies: EUR 1,200.');
  });

  it('says what there is not', () => {
    const text = drawing.text(<ReviewPreview figures={bare} />);
    expect(text).toBe('There are no orders in this quarter, the quarter before or the year before. 0 interactions 0 open next steps');
    expect(drawing.html(<ReviewPreview figures={bare} />).match(/disabled=""/g)).toHaveLength(2);
  });

  it('lists interactions with their decisions, and how many more there are', () => {
    expect(drawing.text(<InteractionList figures={figures} />)).toBe(
      '20 Nov Spring order Meeting · Roland Mendel · Lena Zott Decided: Rush 40 cases · New price list The first 1 of 3 rows',
    );
  });

  it('lists next steps, the late ones marked in words', () => {
    expect(drawing.text(<NextStepList figures={figures} />)).toBe('2 days late Send the price list 林晓彤 No date Confirm the window Nobody yet');
    expect(drawing.html(<NextStepList figures={figures} />)).toContain('data-late="true"');
  });

  it('shows the order lines behind a number', () => {
    const span = { from: '2026-10-01', to: '2026-11-23' };
    const line = { orderId: 'o1', orderNo: '11072', orderedOn: '2026-11-05', currency: 'USD', category: null, listPrice: null, price: 190_000, discount: 0 };
    drawing.know((api) => ({
      key: api.business.rows.queryOptions({ input: { accountId: 'a1', ...span, limit: 500 } }).queryKey,
      data: {
        count: 3, amount: 0, cost: null,
        rows: [
          { ...line, lineNo: 1, product: 'Chang', quantity: 80_000, amount: 1_520_000, cost: 1_000_000, isReturn: false },
          { ...line, lineNo: 2, product: null, quantity: 5_000, amount: -95_050, cost: null, isReturn: true },
        ],
      },
    }));
    const text = drawing.text(<RowsPanel accountId="a1" span={span} />);
    expect(text).toContain('5 Nov 11072 Chang 8 $152 $52');
    expect(text).toContain('5 Nov 11072 – return 0.5 −$9.51 –');
    expect(text).toContain('The first 2 of 3 rows');
  });

  it('offers no quarter that has not begun', () => {
    const picker = (quarter: number) => drawing.html(
      <QuarterPicker value={{ year: 2026, quarter }} today="2026-11-23" labelId="x" onChange={nothing} opened={false} onOpened={nothing} />,
    );
    expect(picker(4)).toMatch(/disabled=""[^>]*aria-label="Next quarter"|aria-label="Next quarter"[^>]*disabled=""/);
    expect(picker(3)).not.toContain('disabled=""');
  });

  it('has words for all of it', () => expect(drawing.missing).toEqual([]));
});

describe('the review dialog in Chinese', () => {
  it('says the same', async () => {
    const drawing = await createDrawing('zh-CN');
    const table = drawing.text(<FiguresTable figures={figures} open={null} onOpen={nothing} />);
    expect(table).toContain('2026年第四季度 2026年10月1日至11月23日');
    expect(table).toContain('订单行 14 20 −30.0% 0');
    expect(drawing.text(<ReviewPreview figures={figures} />)).toContain('3 次互动 1 次有决定');
    expect(drawing.text(<ReviewPreview figures={bare} />)).toContain('本季度、上一季度和去年同期都没有订单。');
    expect(drawing.text(<InteractionList figures={figures} />)).toContain('11/20 Spring order 会议 · Roland Mendel · Lena Zott 决定：Rush 40 cases · New price list');
    expect(drawing.text(<NextStepList figures={figures} />)).toContain('逾期 2 天 Send the price list');
    expect(drawing.missing).toEqual([]);
  });
});
