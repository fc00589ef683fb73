import { useTranslation } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountRow } from '#shared/contract/accounts.ts';
import { useFormat } from '#renderer/client/use-format.ts';
import { viewColumns } from '#renderer/features/accounts/account-columns.tsx';
import { nothingSelected, select } from '#renderer/features/accounts/selection.ts';
import { useCriteriaVoice } from '#renderer/features/accounts/use-criteria-voice.ts';
import { builtInView, builtInViews } from '#shared/domain/view/built-in-views.ts';
import { filterOf } from '#renderer/features/accounts/view-model.ts';
import { AccountsPage } from '#renderer/features/accounts/AccountsPage.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const quietYear = Array.from({ length: 12 }, () => 0);

const row: AccountRow = {
  id: 'a1', name: '恒岳重工集团', alias: 'Hengyue Heavy Industries', city: 'Wuxi', country: 'China', isKey: true,
  revenue: 482_000_000_000, revenueBefore: 433_000_000_000, margin: 164_000_000_000, months: [...quietYear.slice(1), 10],
  lastInteractionAt: Date.parse('2026-11-20T02:00:00Z'), lastInteractionKind: 'meeting', nextTaskId: 't1', nextTask: 'Prepare Q4 review', nextDue: '2026-12-03',
};
const bare: AccountRow = {
  ...row, id: 'a2', name: 'Oakline Retail', alias: null, city: null, isKey: false, revenue: null, revenueBefore: null, margin: null, months: quietYear,
  lastInteractionAt: null, lastInteractionKind: null, nextTaskId: null, nextTask: null, nextDue: null,
};
const totals = { count: 86, revenue: 5_124_000_000_000, margin: 1_552_000_000_000, otherCurrencies: 2 };

function useColumns(ids?: string[]) {
  const { t } = useTranslation('accounts');
  const view = builtInView('all');
  return viewColumns({ ...view, columns: ids ? ids.map((id) => ({ id })) : view.columns }, {
    t, format: useFormat(), voice: useCriteriaVoice(), totals, selection: select(nothingSelected, ['a2'], true),
    onToggleKey: nothing, onAddStep: nothing, onSelect: nothing, onSelectAll: nothing, onSetField: () => Promise.resolve(),
  });
}

function Cells({ of, ids }: { of: AccountRow; ids: string[] }) {
  return useColumns(ids).map((column) => <div key={column.id}>{column.cell(of, false)}</div>);
}

function Totals() {
  return useColumns().map((column) => <div key={column.id}>{column.total}</div>);
}

describe('a row of the accounts in English', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });

  it('says name, money, margin, last touch and next step', () => {
    expect(drawing.text(<Cells of={row} ids={['name']} />)).toBe('恒岳重工集团 Hengyue Heavy Industries');
    expect(drawing.text(<Cells of={row} ids={['revenue']} />)).toBe('$48.2M');
    expect(drawing.text(<Cells of={row} ids={['margin']} />)).toBe('$16.4M 34.0%');
    expect(drawing.text(<Cells of={row} ids={['lastInteraction']} />)).toBe('3 d ago');
    expect(drawing.text(<Cells of={row} ids={['nextDue']} />)).toBe('Prepare Q4 review 3 Dec');
  });

  it('is exact on hover, and draws the year as one line', () => {
    const html = drawing.html(<Cells of={row} ids={['revenue', 'lastInteraction']} />);
    expect(html).toContain('title="$48,200,000"');
    expect(html).toContain('title="20 Nov, 10:00"');
    expect(html).toContain('aria-label="Meeting"');
    expect(html.match(/<path class="[^"]*sparkLine/g)).toHaveLength(1);
  });

  it('shows an en dash with its reason where there is no data, never 0', () => {
    const html = drawing.html(<Cells of={bare} ids={['revenue', 'margin', 'lastInteraction']} />);
    expect(drawing.text(<Cells of={bare} ids={['revenue', 'margin', 'lastInteraction']} />)).toBe('– – –');
    expect(html).toContain('title="No orders in the book currency yet"');
    expect(html).toContain('title="No interaction logged yet"');
    const old = { ...bare, revenue: 0 };
    expect(drawing.html(<Cells of={old} ids={['revenue']} />)).toContain('No orders in the book currency, 24 Nov 2025 – 23 Nov 2026');
    expect(drawing.html(<Cells of={{ ...row, margin: null }} ids={['margin']} />)).toContain('Not every order line names its cost');
  });

  it('says late in red words, and names near days', () => {
    const late = drawing.html(<Cells of={{ ...row, nextDue: '2026-11-21' }} ids={['nextDue']} />);
    expect(late).toMatch(/data-late="true"[^>]*>2 days late/);
    expect(drawing.text(<Cells of={{ ...row, nextDue: '2026-11-23' }} ids={['nextDue']} />)).toBe('Prepare Q4 review Today');
    expect(drawing.html(<Cells of={{ ...row, lastInteractionAt: Date.parse('2026-10-01T02:00:00Z') }} ids={['lastInteraction']} />)).toContain('data-late="true"');
  });

  it('offers what is missing, and keeps its buttons out of the tab order until the row has the focus', () => {
    const html = drawing.html(<Cells of={bare} ids={['name', 'nextDue']} />);
    expect(html).toContain('aria-label="Mark Oakline Retail as a key account" title="Mark Oakline Retail as a key account" aria-pressed="false" tabindex="-1"');
    expect(html).toMatch(/tabindex="-1"[^>]*><svg[^]*Add a next step/i);
  });

  it('shows chosen fields and measures in their unit, and what is selected', () => {
    const chosen: AccountRow = { ...row, extra: { industry: 'Machines', contractEnd: '2027-03-01', 'orders.amount@3m': 12_345_0000, 'tasks.openCount': 4, 'orders.lastOn': null } };
    expect(drawing.text(<Cells of={chosen} ids={['industry', 'contractEnd', 'orders.amount@3m', 'tasks.openCount', 'orders.lastOn']} />)).toBe('Machines 1 Mar 2027 $12.3K 4 –');
    expect(drawing.html(<Cells of={bare} ids={['name']} />)).toMatch(/aria-label="Select Oakline Retail"[^>]*checked/);
    expect(drawing.html(<Cells of={row} ids={['name']} />)).not.toMatch(/aria-label="Select [^"]*"[^>]*checked=/);
  });

  it('adds up the list, and says what is not added', () => {
    expect(drawing.text(<Totals />)).toBe('86 accounts totals $512.4M + $155.2M 30.3%');
    expect(drawing.html(<Totals />)).toContain('2 accounts also have orders in other currencies, which are not added.');
  });
});

describe('a row of the accounts in Chinese', () => {
  it('counts in 万 and 亿, and writes days short', async () => {
    const drawing = await createDrawing('zh-CN');
    expect(drawing.text(<Cells of={row} ids={['nextDue']} />)).toBe('Prepare Q4 review 12/3');
    expect(drawing.text(<Cells of={{ ...row, nextDue: '2026-11-22' }} ids={['nextDue']} />)).toBe('Prepare Q4 review 逾期 1 天');
    expect(drawing.text(<Cells of={row} ids={['revenue', 'lastInteraction']} />)).toMatch(/4,820 万 3 天前$/);
    expect(drawing.text(<Totals />)).toContain('86 家客户 合计');
    expect(drawing.missing).toEqual([]);
  });
});

function knowCounts(drawing: Drawing, counts: number[]): void {
  const filters = builtInViews.map((id) => filterOf(builtInView(id).criteria, ''));
  drawing.know((api) => ({ key: api.views.list.queryKey({ input: { list: 'accounts' } }), data: [] }));
  drawing.know((api) => ({ key: api.accounts.counts.queryKey({ input: { filters } }), data: counts }));
}

describe('the page of accounts', () => {
  const page = <AccountsPage onOpenAccount={nothing} onImport={nothing} onLog={nothing} sample={<button type="button">Sample</button>} />;

  it('teaches how to begin where the book is empty', async () => {
    const drawing = await createDrawing('en');
    knowCounts(drawing, [0, 0, 0, 0]);
    const text = drawing.text(page);
    expect(text).toMatch(/three ways to begin\. Import a file .* New account .* Sample 120 invented accounts/);
    expect(text).not.toContain('Key accounts');
    expect(drawing.missing).toEqual([]);
  });

  it('counts behind its tabs and begins with the key accounts where there are any', async () => {
    const drawing = await createDrawing('zh-CN');
    knowCounts(drawing, [86, 1284, 12, 7]);
    const html = drawing.html(page);
    expect(drawing.text(page)).toContain('大客户 86 全部 1,284 超 30 天未联系 12 6 个月内到期 7');
    expect(html).toMatch(/aria-selected="true"[^]*?大客户/);
    expect(html).toContain('aria-sort="descending"');
    expect(drawing.missing).toEqual([]);
  });
});
