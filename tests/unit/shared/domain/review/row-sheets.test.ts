import { describe, expect, it } from 'vitest';
import { wordsFor } from '#core/documents/words.ts';
import { buildRecordDeck } from '#shared/domain/review/build-record-deck.ts';
import type { ReviewFacts } from '#shared/domain/review/facts.ts';
import { numbersOf } from '#shared/domain/review/numbers-of.ts';
import { sectionKinds, type SectionKind } from '#shared/domain/review/record.ts';
import { rowSheets, type RowSheetsSource } from '#shared/domain/review/row-sheets.ts';
import type { ReviewRows } from '#shared/domain/review/rows.ts';
import { reviewFacts } from '#tests/builders/review-facts.ts';
import { resourcesDir } from '#tests/builders/test-book.ts';

type OrderLine = Extract<ReviewRows, { kind: 'orders' }>['rows'][number];

const line = (change: Partial<OrderLine> = {}): OrderLine => ({
  orderId: 'o', lineNo: 1, orderNo: 'HY-1', orderedOn: '2026-10-12', currency: 'CNY', product: 'Sensor', category: 'Parts', quantity: 25_000, listPrice: null, price: 1_234_500, discount: 500, amount: 2_931_938, cost: 1_000_000, isReturn: false, ...change,
});
const allRows: Record<ReviewRows['kind'], ReviewRows> = {
  orders: { kind: 'orders', rows: [line()] },
  interactions: { kind: 'interactions', rows: [{ id: 'i', date: '2026-11-20', kind: 'visit', summary: '季度指导会', decisions: 'Go on', people: ['陈立新', '林晓彤'] }] },
  tasks: { kind: 'tasks', rows: [{ id: 't', title: 'Call', owner: null, dueOn: '2026-11-21', late: true }, { id: 'u', title: 'Send', owner: '高原', dueOn: '2026-12-03', late: false }, { id: 'v', title: 'Visit', owner: null, dueOn: null, late: false }] },
  people: { kind: 'people', rows: [] },
};
const shown = (...kinds: readonly SectionKind[]): Partial<ReviewFacts> => ({ sections: sectionKinds.map((kind) => ({ kind, hidden: !kinds.includes(kind), commentary: '' })) });

function sheetsOf(change: Partial<ReviewFacts> = {}, language: 'en' | 'zh-CN' = 'en', source: Partial<RowSheetsSource> = {}) {
  const facts = reviewFacts(change);
  const words = wordsFor(resourcesDir, language);
  return rowSheets(buildRecordDeck(facts, language, words), { numbers: numbersOf(facts), currency: 'CNY', rowsOf: ({ rows }) => allRows[rows.kind], ...source }, words);
}
const titles = (...kinds: SectionKind[]): string[] => sheetsOf(shown(...kinds)).map(({ title }) => title);
const column = (wanted: string, sheets = sheetsOf()): unknown[] => {
  const [orders] = sheets;
  const at = orders?.columns.findIndex(({ title }) => title === wanted) ?? -1;
  if (at < 0) throw new Error(`no column ${wanted}`);
  return orders?.rows.map((row) => row[at]) ?? [];
};

describe('the sheets of rows', () => {
  it.each([
    ['en', ['Order lines', 'All interactions', 'All next steps']],
    ['zh-CN', ['订单行', '全部互动', '全部下一步']],
  ] as const)('are named in %s, every column too, and each row has a value for each column', (language, names) => {
    const sheets = sheetsOf({}, language);
    expect(sheets.map(({ title }) => title)).toEqual(names);
    for (const { columns, rows } of sheets) {
      expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length);
      for (const { title } of columns) expect(title).not.toMatch(/^deck\.|^$/);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('hold the lines of the three periods compared, this quarter first', () => {
    const asked: unknown[] = [];
    const sheets = sheetsOf({}, 'en', { rowsOf: ({ rows }) => {
      asked.push(rows);
      return allRows[rows.kind];
    } });
    expect(column('Period', sheets)).toEqual(['This quarter', 'Last quarter', 'Last year']);
    expect(asked).toEqual([
      { kind: 'orders', from: '2026-10-01', to: '2026-11-23' }, { kind: 'orders', from: '2026-07-01', to: '2026-08-23' }, { kind: 'orders', from: '2025-10-01', to: '2025-11-23' },
      { kind: 'interactions', from: '2026-10-01', to: '2026-11-23', decided: false }, { kind: 'tasks', late: false },
    ]);
  });

  it('say quantities and discounts as they are read, money with its currency', () => {
    expect(column('Quantity')[0]).toBe(2.5);
    expect(column('Discount')[0]).toBe(0.05);
    expect(column('Amount, CNY')[0]).toBe(2_931_938);
    expect(sheetsOf()[0]?.columns.map(({ kind }) => kind)).toEqual(['text', 'date', 'text', 'text', 'text', 'number', 'money', 'percent', 'money', 'text']);
    expect(column('金额（JPY）', sheetsOf({}, 'zh-CN', { currency: 'JPY' }))[0]).toBe(2_931_938);
  });

  it('leave open what a line does not say, and mark a return', () => {
    const rows: ReviewRows = { kind: 'orders', rows: [line({ product: null, category: null, orderNo: null, cost: null }), line({ amount: -10_000, cost: -4_000, isReturn: true })] };
    const sheets = sheetsOf({}, 'en', { rowsOf: ({ rows: { kind } }) => (kind === 'orders' ? rows : undefined) });
    expect(column('Product', sheets)[0]).toBe('No product named');
    expect([column('Order', sheets)[0], column('Category', sheets)[0], column('Note', sheets)[0]]).toEqual([null, null, null]);
    expect(column('Note', sheets)[1]).toBe('Return');
  });

  it('tell of each interaction who took part, and of each step how late it is on that day', () => {
    const [, interactions, tasks] = sheetsOf();
    expect(interactions?.rows).toEqual([['2026-11-20', 'Visit', '季度指导会', 'Go on', '陈立新, 林晓彤']]);
    expect(tasks?.rows).toEqual([['Call', null, '2026-11-21', '2 days late'], ['Send', '高原', '2026-12-03', 'On time'], ['Visit', null, null, 'No date']]);
    expect(sheetsOf({}, 'zh-CN')[2]?.rows[0]).toEqual(['Call', null, '2026-11-21', '逾期 2 天']);
  });
});

describe('what belongs to a hidden section', () => {
  it.each([
    [['results'], ['Order lines']], [['products'], ['Order lines']], [['service'], ['All interactions']], [['nextSteps'], ['All next steps']], [['risks'], ['All next steps']],
    [['agenda', 'sought', 'relationships', 'strategy', 'since', 'actions'], []], [[], []],
  ] satisfies [SectionKind[], string[]][])('shown %j brings %j', (kinds, names) => {
    expect(titles(...kinds)).toEqual(names);
  });

  it.each(['results', 'products'] as const)('brings lines without what they cost us, shown with %s', (kind) => {
    const [orders] = sheetsOf(shown(kind));
    expect(orders?.columns.some(({ title }) => title.startsWith('Margin'))).toBe(false);
    expect(orders?.rows[0]).toHaveLength(10);
    expect(JSON.stringify(orders?.rows)).not.toContain('1931938');
  });

  it('no sheet tells attitudes of people', () => expect(JSON.stringify(sheetsOf().map(({ columns }) => columns))).not.toMatch(/Attitude|Role/));
});

describe('a review that kept less', () => {
  it('has its sheets with their heads alone', () => {
    for (const source of [{ rowsOf: () => undefined }, { numbers: [] }, { rowsOf: () => allRows.people }]) {
      expect(sheetsOf({}, 'en', source).map(({ columns, rows }) => [columns.length > 3, rows.length])).toEqual([[true, 0], [true, 0], [true, 0]]);
    }
  });
});
