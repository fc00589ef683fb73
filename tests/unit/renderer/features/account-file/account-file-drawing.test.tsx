import { beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/person/model.ts';
import type { Task } from '#shared/domain/task/model.ts';
import { AccountFilePage } from '#renderer/features/account-file/AccountFilePage.tsx';
import { AccountHeader } from '#renderer/features/account-file/AccountHeader.tsx';
import type { AccountFileSlots } from '#renderer/features/account-file/account-tabs.ts';
import type { AccountFile, BusinessMonths } from '#renderer/features/account-file/api.ts';
import { KeyPeople } from '#renderer/features/account-file/KeyPeople.tsx';
import { LatelyList } from '#renderer/features/account-file/LatelyList.tsx';
import { NextStepBar } from '#renderer/features/account-file/NextStepBar.tsx';
import { OrderList } from '#renderer/features/account-file/OrderList.tsx';
import { OtherCurrencies } from '#renderer/features/account-file/OtherCurrencies.tsx';
import { Overview } from '#renderer/features/account-file/Overview.tsx';
import { RevenueCard } from '#renderer/features/account-file/RevenueCard.tsx';
import { StatFigures } from '#renderer/features/account-file/StatFigures.tsx';
import { TaskList } from '#renderer/features/account-file/TaskList.tsx';
import { createDrawing, type Drawing } from '#tests/builders/drawing.tsx';

const nothing = () => undefined;
const task = (id: string, title: string, dueOn: string | null): Task => ({
  id, title, dueOn, accountId: 'a1', interactionId: null, colleagueId: null, personId: null, doneAt: null, ownerName: null,
});
const contact = (name: string, more: Partial<Contact> = {}): Contact => ({
  name, personId: name, positionId: name, accountId: 'a1', phone: null, mobile: null, email: null, wechat: null, birthday: null, keepInTouchDays: null, externalId: null, title: null, department: null,
  reportsToId: null, reportsToName: null, buyingRoles: [], influence: null, attitude: null, lastInteractionAt: null, ...more,
});

const file: AccountFile = {
  account: {
    id: 'a1', createdAt: 0, name: 'Hengyue Heavy Industries', alias: '恒岳重工集团', externalId: null, parentId: 'a0', industry: 'Heavy machinery', address: null, city: 'Wuxi', region: 'Jiangsu',
    postalCode: null, country: null, phone: null, fax: null, website: null, customerSince: '2019-03-01', contractEnd: '2027-05-31', isKey: true, foundedOn: null, quietDays: null,
  },
  parentName: 'Hengyue Group',
  figures: {
    id: 'a1', name: 'Hengyue Heavy Industries', alias: null, city: 'Wuxi', country: null, isKey: true, revenue: 482_000_000_000, revenueBefore: 433_000_000_000, margin: 164_000_000_000,
    months: [1, 2], lastInteractionAt: Date.parse('2026-11-20T02:00:00Z'), lastInteractionKind: 'meeting', nextTaskId: null, nextTask: null, nextDue: null,
  },
  orderCount: 90, interactionCount: 4, openTaskCount: 2,
  contacts: [contact('Chen Lixin', { title: 'CIO', buyingRoles: ['decisionMaker'], lastInteractionAt: Date.parse('2026-11-20T02:00:00Z') }), contact('Su Min')],
  tasks: [task('t2', 'Prepare Q4 review', '2026-12-03'), task('t1', 'Call Su Min', '2026-11-21')],
  lately: [{ id: 'i1', kind: 'email', at: Date.parse('2026-11-18T02:00:00Z'), summary: 'Answer on spare parts', people: ['Wu Haifeng', 'Su Min'] }],
  latestOrders: [{ id: 'o1', orderNo: 'HY-2611', orderedOn: '2026-11-12', currency: 'EUR', amount: 12_400_000_000 }, { id: 'o2', orderNo: null, orderedOn: '1998-05-06', currency: 'USD', amount: 10_000 }],
  otherCurrencies: [],
};

const month = (name: string, amount: number, margin: number | null, amountBefore: number, marginBefore: number | null) => ({
  month: name, days: { from: `${name}-01`, to: `${name}-28` }, daysBefore: { from: '2025-01-01', to: '2025-01-28' }, amount, margin, amountBefore, marginBefore, lines: 1,
});
const business: BusinessMonths = {
  currency: 'USD', until: '2026-11-23', unfinishedTo: '2026-11-23', latestOrderOn: '2026-11-22',
  months: [month('2026-10', 300_000_000, 120_000_000, 200_000_000, 70_000_000), month('2026-11', 0, null, 0, null)], products: [], rest: null, otherCurrencies: [],
};
const noSales: BusinessMonths = { ...business, months: [month('2026-11', 0, null, 0, null)], latestOrderOn: '1998-05-06' };

describe('the account file in English', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await createDrawing('en');
  });

  it('heads the file with names, place, dates and the group it belongs to', () => {
    const head = <AccountHeader file={file} onBack={nothing} onOpenAccount={nothing} onLog={nothing} onPrepareReview={nothing} onMerge={nothing} onDetails={nothing} />;
    expect(drawing.text(head)).toBe('Accounts Hengyue Group HH Hengyue Heavy Industries 恒岳重工集团 Heavy machinery Wuxi, Jiangsu Customer since Mar 2019 Contract to 31 May 2027 Log interaction Prepare review Details');
    expect(drawing.html(head)).toContain('aria-pressed="true"');
    const bare = { ...file, parentName: null, account: { ...file.account, alias: null, industry: null, city: null, region: null, customerSince: null, contractEnd: null, parentId: null, isKey: false } };
    expect(drawing.text(<AccountHeader file={bare} onBack={nothing} onOpenAccount={nothing} onLog={nothing} onPrepareReview={nothing} onMerge={nothing} onDetails={nothing} />)).toContain('Hengyue Heavy Industries No details yet');
  });

  it('keeps the next step in view, what comes then, and the place for another', () => {
    const [later, late] = file.tasks;
    expect(drawing.text(<NextStepBar accountId="a1" tasks={late && later ? [late, later] : []} />)).toBe('Next step Call Su Min 2 days late then: Prepare Q4 review, 3 Dec Done Add');
    expect(drawing.text(<NextStepBar accountId="a1" tasks={[task('t', 'Some day', null)]} />)).toBe('Next step Some day Done Add');
    expect(drawing.text(<NextStepBar accountId="a1" tasks={[]} />)).toBe('Add a next step');
  });

  it('sets each figure beside what it was', () => {
    const text = drawing.text(<StatFigures file={file} business={business} until={undefined} onRows={nothing} onTab={nothing} />);
    expect(text).toContain('Revenue, 12 months $48.2M +11.3% on last year');
    expect(text).toContain('Margin $16.4M 34.0%, was 35.0%');
    expect(text).toContain('Orders 90 latest 22 Nov');
    expect(text).toContain('Interactions 4 last 3 d ago');
    expect(text).toContain('Open tasks 2 1 late');
  });

  it.each([['en', 'Interactions 4 last today'], ['zh-CN', '互动 4 最近 今天']] as const)('says within a phrase in %s that somebody was met today', async (language, words) => {
    const met = { ...file, figures: { ...file.figures, lastInteractionAt: Date.parse('2026-11-23T02:00:00Z') } };
    expect((await createDrawing(language)).text(<StatFigures file={met} business={business} until={undefined} onRows={nothing} onTab={nothing} />)).toContain(words);
  });

  it('takes the figures of an older year from its months', () => {
    const text = drawing.text(<StatFigures file={file} business={business} until="2026-11-30" onRows={nothing} onTab={nothing} />);
    expect(text).toContain('Revenue to Nov 2026 $30.0K +50.0% on last year');
    expect(text).toContain('Margin $12.0K 40.0%, was 35.0%');
  });

  it('shows dashes with reasons where nothing was sold or no cost is known', () => {
    const gone = { ...file, openTaskCount: 0, tasks: [], figures: { ...file.figures, revenue: 0, revenueBefore: 0, margin: null, months: [0, 0], lastInteractionAt: null } };
    const html = drawing.html(<StatFigures file={gone} business={noSales} until={undefined} onRows={nothing} onTab={nothing} />);
    expect(html).toContain('No orders in the book currency, 24 Nov 2025 – 23 Nov 2026');
    expect(drawing.text(<StatFigures file={gone} business={noSales} until={undefined} onRows={nothing} onTab={nothing} />)).toContain('– nothing last year');
    const costless = { ...file, figures: { ...file.figures, margin: null } };
    expect(drawing.text(<StatFigures file={costless} business={business} until={undefined} onRows={nothing} onTab={nothing} />)).toContain('Margin – cost not known');
  });

  it('offers old orders instead of an empty picture', () => {
    expect(drawing.text(<RevenueCard accountId="a1" business={noSales} older={false} onUntil={nothing} onRows={nothing} />))
      .toBe('Revenue by month No orders in the last 24 months. The latest is of 6 May 1998. Show the 12 months to May 1998');
    expect(drawing.text(<RevenueCard accountId="a1" business={{ ...noSales, latestOrderOn: null }} older={false} onUntil={nothing} onRows={nothing} />))
      .toBe('Revenue by month Revenue by month will be drawn here once orders are imported.');
  });

  it('lists what happened lately and what was ordered, with day and currency', () => {
    expect(drawing.text(<LatelyList lately={file.lately} onTimeline={nothing} />)).toBe('Lately Timeline Answer on spare parts Wu Haifeng, Su Min 5 d ago');
    expect(drawing.html(<LatelyList lately={file.lately} onTimeline={nothing} />)).toContain('aria-label="E-mail"');
    expect(drawing.text(<OrderList accountId="a1" orders={file.latestOrders} onRows={nothing} onBusiness={nothing} />))
      .toBe('Latest orders Business Order HY-2611 EUR 1,240,000 11 d ago Order of 6 May 1998 $1 6 May 1998');
    expect(drawing.text(<LatelyList lately={[]} onTimeline={nothing} />)).toContain('will appear here');
    expect(drawing.text(<OrderList accountId="a1" orders={[]} onRows={nothing} onBusiness={nothing} />)).toContain('Imported orders will appear here.');
  });

  it('names who decides, and when each was last met', () => {
    expect(drawing.text(<KeyPeople contacts={file.contacts} onPeople={nothing} />)).toBe('Key people All 2 CL Chen Lixin CIO · Decision maker 3 d ago SM Su Min No title not met yet');
  });

  it('lists all next steps, each with its box', () => {
    const html = drawing.html(<TaskList accountId="a1" tasks={[...file.tasks, task('t3', 'Some day', null)]} />);
    expect(html.match(/type="checkbox"/g)).toHaveLength(3);
    expect(html).toContain('aria-label="Done: Call Su Min"');
    expect(drawing.text(<TaskList accountId="a1" tasks={[task('t3', 'Some day', null)]} />)).toBe('Next steps 1 Some day no day Add a next step');
  });

  it('keeps other currencies apart', () => {
    expect(drawing.text(<OtherCurrencies amounts={[{ currency: 'EUR', amount: 12_000_000 }, { currency: 'JPY', amount: 5_000_000 }]} onOpen={nothing} />)).toBe('In other currencies, not added above: EUR 1,200 JPY 500');
    expect(drawing.text(<OtherCurrencies amounts={[]} onOpen={nothing} />)).toBe('');
  });

  it('words everything it says', () => {
    expect(drawing.missing).toEqual([]);
  });
});

describe('the page of one account', () => {
  const slots: AccountFileSlots = {
    people: (id) => `people of ${id}`, timeline: () => null, business: () => null, reviews: () => null, history: () => null, orderRows: () => null, fieldHistory: () => null,
    days: (id) => `days of ${id}`, dayOfYear: () => null,
  };
  const page = (tab: 'people' | 'overview') => (
    <AccountFilePage accountId="a1" tab={tab} onTab={nothing} onBack={nothing} onOpenAccount={nothing} onLog={nothing} onPrepareReview={nothing} onMerge={nothing} slots={slots} />
  );

  it('has a tab for each side, with counts, and gives the open one its place', async () => {
    const drawing = await createDrawing('zh-CN');
    drawing.know((api) => ({ key: api.accounts.file.queryKey({ input: { id: 'a1' } }), data: file }));
    const text = drawing.text(page('people'));
    expect(text).toContain('概览 联系人 2 时间线 94 业务 复盘 历史');
    expect(text).toContain('people of a1');
    expect(drawing.text(<Overview file={file} onTab={nothing} onRows={nothing} days="days of a1" />)).toContain('days of a1');
    expect(text).toContain('Jiangsu Wuxi 2019年3月起合作 合同至 2027年5月31日');
    expect(text).toContain('逾期 2 天 之后：Prepare Q4 review，12月3日');
    expect(drawing.missing).toEqual([]);
  });

  it('stays quiet for the first moment of loading', async () => {
    const drawing = await createDrawing('en');
    expect(drawing.text(page('overview'))).toBe('');
  });
});
